"""What people do to a workbook through openpyxl: `openpyxl_kinds.py JOBS`, one job a line."""
import sys

import openpyxl


def saved_again(book, job):
    pass


def rows_inserted(book, job):
    book[job["sheet"]].insert_rows(job["first"] + 2, 2)


def rows_deleted(book, job):
    book[job["sheet"]].delete_rows(job["first"] + 1, 2)


def column_inserted(book, job):
    book[job["sheet"]].insert_cols(3)


def rows_sorted(book, job):
    sheet = book[job["sheet"]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(job["first"], job["last"])]
    rows.sort(key=lambda row: (str(row[2] or ""), str(row[0])))
    for at, row in enumerate(rows, job["first"]):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value


def retyped(book, job):
    sheet = book[job["sheet"]]
    for row in range(job["first"], job["last"] + 1):
        if isinstance(sheet.cell(row, 3).value, str):
            sheet.cell(row, 3).value = sheet.cell(row, 3).value.upper() + " "


def values_only(book, job):
    fresh = openpyxl.Workbook()
    fresh.remove(fresh.active)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            copy = fresh.create_sheet(sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None and not str(cell.value).startswith("="):
                        copy.cell(cell.row, cell.column).value = cell.value
    return fresh


KINDS = {
    "saved again": saved_again,
    "two rows put in": rows_inserted,
    "two rows deleted": rows_deleted,
    "a column put in": column_inserted,
    "rows sorted": rows_sorted,
    "ratings retyped": retyped,
    "visible values copied into a new workbook": values_only,
}

for line in open(sys.argv[1], encoding="utf-8"):
    kind, source, target, sheet, first, last, key = line.rstrip("\n").split("\t")
    job = {"sheet": sheet, "first": int(first), "last": int(last), "key": int(key)}
    book = openpyxl.load_workbook(source)
    book = KINDS[kind](book, job) or book
    book.save(target)
