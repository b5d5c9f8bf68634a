"""A tester with another program: fills cells, adds a column, a color, a comment, and a sheet (openpyxl)."""

import datetime
import json
import sys

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

source, target, changes = sys.argv[1:4]
book = openpyxl.load_workbook(source)
for change in json.loads(changes):
    sheet = book[change["sheet"]]
    row = next(cells[0].row for cells in sheet.iter_rows(min_row=2) if cells[0].value == change["run"])
    column = next(cell.column for cell in sheet[1] if cell.value == change["heading"])
    value = change["value"]
    if change["heading"].endswith(" day"):
        value = datetime.datetime.strptime(value, "%Y-%m-%d")
    sheet.cell(row=row, column=column, value=value)
sheet = book.worksheets[1]
own = sheet.max_column + 1
sheet.cell(row=1, column=own, value="Browser")
sheet.cell(row=2, column=own, value="Firefox").comment = Comment("the newest", "mia")
sheet.cell(row=2, column=2).fill = PatternFill("solid", fgColor="FFFFCC00")
notes = book.create_sheet("Notes of Mia")
notes["A1"] = "remember"
notes["B1"] = "=1+1"
book.save(target)
