# Types into an agency's form the way a spreadsheet program stores it: who filled it in, a grade and what was good.
import re
import sys
import zipfile

path, author, grade = sys.argv[1:4]
parts = {}
with zipfile.ZipFile(path) as package:
    for name in package.namelist():
        parts[name] = package.read(name)
sheet = parts["xl/worksheets/sheet1.xml"].decode()


def put(sheet, cell, text):
    style = re.search(rf'<c r="{cell}"( s="\d+")?/>', sheet)
    inline = f'<c r="{cell}"{style.group(1) or ""} t="inlineStr"><is><t>{text}</t></is></c>'
    return sheet.replace(style.group(0), inline)


for cell, text in {"B7": author, "D13": grade, "F13": f"{author} saw the child alone."}.items():
    sheet = put(sheet, cell, text)
parts["xl/worksheets/sheet1.xml"] = sheet.encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
    for name, content in parts.items():
        package.writestr(name, content)
