Option Explicit

Sub Run
  Dim jobs As String, given As String, part, handle As Integer
  jobs = Environ("ATTEST_JOBS")
  handle = FreeFile
  Open jobs For Input As #handle
  Do While Not Eof(handle)
    Line Input #handle, given
    If Len(given) > 0 Then
      part = Split(given, Chr(9))
      One part
    End If
  Loop
  Close #handle
  StarDesktop.terminate()
End Sub

Sub One(part)
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  Dim way(0) As New com.sun.star.beans.PropertyValue
  Dim book, sheet
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(part(1)), "_blank", 0, unseen())
  sheet = book.Sheets.getByName(part(3))
  sheet.unprotect("")
  Edit part(0), book, sheet, CLng(part(4)) - 1, CLng(part(5)) - 1, CLng(part(6)) - 1
  way(0).Name = "FilterName"
  way(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(part(2)), way())
  book.close(True)
End Sub

Sub Edit(ByVal kind As String, book, sheet, ByVal first As Long, ByVal last As Long, ByVal key As Long)
  Dim row As Long, area, cell, fields(0) As New com.sun.star.table.TableSortField
  Dim how(1) As New com.sun.star.beans.PropertyValue
  Select Case kind
    Case "two rows deleted"
      sheet.Rows.removeByIndex(first + 1, 2)
    Case "two rows put in"
      sheet.Rows.insertByIndex(first + 2, 2)
    Case "a column put in"
      sheet.Columns.insertByIndex(2, 1)
    Case "the key column deleted"
      sheet.Columns.removeByIndex(key, 1)
    Case "rows sorted", "rows sorted, the keys left out"
      If kind = "rows sorted" Then
        area = sheet.getCellRangeByPosition(0, first, key + 1, last)
      Else
        area = sheet.getCellRangeByPosition(0, first, key - 1, last)
      End If
      fields(0).Field = 2
      fields(0).IsAscending = True
      how(0).Name = "SortFields"
      how(0).Value = fields()
      how(1).Name = "ContainsHeader"
      how(1).Value = False
      area.sort(how())
    Case "ratings retyped"
      For row = first To last
        cell = sheet.getCellByPosition(2, row)
        If cell.Type = com.sun.star.table.CellContentType.TEXT Then cell.String = UCase(cell.String) & "  "
      Next row
    Case "rows hidden"
      sheet.Rows.getByIndex(first + 1).IsVisible = False
    Case "the sheet renamed"
      sheet.Name = "Ours"
    Case "the sheet copied"
      book.Sheets.copyByName(sheet.Name, "Copied", 0)
    Case "the sheet hidden"
      sheet.IsVisible = False
  End Select
End Sub
