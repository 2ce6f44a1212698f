# Types into the cells of a note form the way a spreadsheet program stores it: one cell rewritten in the sheet's own part.
import re
import sys
import zipfile

path, at = sys.argv[1], int(sys.argv[2])
parts = {}
with zipfile.ZipFile(path) as package:
    for name in package.namelist():
        parts[name] = package.read(name)
sheet = parts["xl/worksheets/sheet1.xml"].decode()


def put(sheet, cell, text):
    style = re.search(rf'<c r="{cell}"( s="\d+")?/>', sheet)
    inline = f'<c r="{cell}"{style.group(1) or ""} t="inlineStr"><is><t>{text}</t></is></c>'
    return sheet.replace(style.group(0), inline)


choices = re.findall(r"<formula1>&quot;(.*?)&quot;</formula1>|<formula1>\"(.*?)\"</formula1>", sheet)
words = next(filter(None, choices[0])).split(",")
sheet = put(sheet, "D11", words[at % len(words)])
sheet = put(sheet, "E11", f"Member {at + 1} saw the minutes.")
parts["xl/worksheets/sheet1.xml"] = sheet.encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
    for name, content in parts.items():
        package.writestr(name, content)
