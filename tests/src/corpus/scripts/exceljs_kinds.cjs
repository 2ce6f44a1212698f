// What people do to a workbook through exceljs: `node exceljs_kinds.cjs JOBS`, one job a line.
const fs = require("fs");
const ExcelJS = require("exceljs");

const kinds = {
  "saved again": () => {},
  "two rows deleted": (book, job) => book.getWorksheet(job.sheet).spliceRows(job.first + 1, 2),
  "ratings retyped": (book, job) => {
    const sheet = book.getWorksheet(job.sheet);
    for (let row = job.first; row <= job.last; row += 1) {
      const cell = sheet.getCell(row, 3);
      if (typeof cell.value === "string") cell.value = ` ${cell.value.toLowerCase()}`;
    }
  },
};

async function main() {
  for (const line of fs.readFileSync(process.argv[2], "utf8").trim().split("\n")) {
    const [kind, source, target, sheet, first, last] = line.split("\t");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(source);
    kinds[kind](book, { sheet, first: Number(first), last: Number(last) });
    await book.xlsx.writeFile(target);
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
