//! What a written workbook holds, looked at through the reader.
