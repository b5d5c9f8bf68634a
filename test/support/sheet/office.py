"""Opens workbooks in LibreOffice, all in one session: saves each as .xlsx and .pdf, and says which sheets are frozen."""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

folder = sys.argv[1]
pipe = f"relcomms-{os.getpid()}"
office = subprocess.Popen(
    [
        "/usr/bin/soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(400):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            # It listens when it is up; there is nothing to wait for but that.
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def option(name, value):
    return PropertyValue(name, 0, value, 0)


context = connect()
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
frozen = {}
for name in sys.argv[2:]:
    file = f"file://{folder}/{name}"
    document = desktop.loadComponentFromURL(f"{file}.xlsx", "_blank", 0, (option("Hidden", True),))
    view = document.CurrentController
    frozen[name] = {}
    for sheet in document.Sheets:
        view.setActiveSheet(sheet)
        frozen[name][sheet.Name] = [view.getSplitColumn(), view.getSplitRow()] if view.hasFrozenPanes() else None
    document.storeToURL(f"{file}.saved.xlsx", (option("FilterName", "Calc MS Excel 2007 XML"),))
    document.storeToURL(f"{file}.pdf", (option("FilterName", "calc_pdf_Export"),))
    document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(60)
print(json.dumps(frozen))
