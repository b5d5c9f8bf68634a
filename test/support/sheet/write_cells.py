"""A tester who only fills in cells, in whatever sheet their test is (openpyxl)."""

import json
import sys

import openpyxl

source, target, changes = sys.argv[1:4]
book = openpyxl.load_workbook(source)
rows = {}
for sheet in book.worksheets:
    headings = {cell.value: cell.column for cell in sheet[1]}
    if "ID" in headings:
        for cells in sheet.iter_rows(min_row=2):
            rows[cells[headings["ID"] - 1].value] = (sheet, cells[0].row, headings)
for change in json.loads(changes):
    sheet, row, headings = rows[change["run"]]
    sheet.cell(row=row, column=headings[change["heading"]], value=change["value"])
book.save(target)
