"""What another program (openpyxl) sees in a workbook, as JSON; with computed values where a program saved them."""

import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
print(
    json.dumps(
        [
            {
                "name": sheet.title,
                "state": sheet.sheet_state,
                "freeze": sheet.freeze_panes,
                "filter": sheet.auto_filter.ref,
                "lists": [[str(list_.sqref), list_.formula1] for list_ in sheet.data_validations.dataValidation],
                "colors": sum(len(rules) for rules in sheet.conditional_formatting._cf_rules.values()),
                "area": str(sheet.print_area or ""),
                "rows": [[cell.value for cell in row] for row in values[sheet.title].iter_rows()],
                "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
                "dates": sum(cell.is_date for row in sheet.iter_rows() for cell in row),
                "comments": [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment],
            }
            for sheet in book
        ],
        default=str,
    )
)
