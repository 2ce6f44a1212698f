// What people do to a workbook through SheetJS: `node sheetjs_kinds.cjs JOBS`, one job a line.
const fs = require("fs");
const XLSX = require("xlsx");

function valuesOnly(book) {
  const fresh = XLSX.utils.book_new();
  book.SheetNames.forEach((name, place) => {
    if ((book.Workbook?.Sheets?.[place]?.Hidden ?? 0) > 0) return;
    const rows = XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1, raw: true });
    XLSX.utils.book_append_sheet(fresh, XLSX.utils.aoa_to_sheet(rows), name);
  });
  return fresh;
}

const kinds = {
  "saved again": (book) => book,
  "visible values copied into a new workbook": valuesOnly,
};

for (const line of fs.readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const [kind, source, target] = line.split("\t");
  XLSX.writeFile(kinds[kind](XLSX.readFile(source)), target);
}
