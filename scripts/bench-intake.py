"""Processor milliseconds a file of one python reader over a folder of workbooks: NAME FOLDER COUNT."""

import pathlib
import sys
import time

name, folder, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
files = sorted(folder.iterdir())[:count]

if name == "fastexcel":
    import fastexcel

    def read(path):
        book = fastexcel.read_excel(path)
        for sheet in book.sheet_names:
            book.load_sheet(sheet, header_row=None).to_arrow()

elif name == "polars":
    import polars

    def read(path):
        polars.read_excel(path, sheet_id=0, has_header=False, raise_if_empty=False)

else:
    import openpyxl

    def read(path):
        book = openpyxl.load_workbook(path, read_only=True)
        for sheet in book:
            for row in sheet.iter_rows(values_only=True):
                pass


read(files[0])
begun = time.process_time()
for path in files:
    read(path)
print((time.process_time() - begun) * 1000 / len(files))
