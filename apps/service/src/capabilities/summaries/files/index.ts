import type { SummaryTable } from '@stazhirovka/contract/summaries';
import type { ExportFormat } from '@stazhirovka/domain/summaries';
import { fileName, printPaper, type PrintedFile } from '../../documents/index.ts';
import { writeCsv } from './csv.ts';
import { fileTable, type FileTable } from './file-table.ts';
import { writeOds } from './ods.ts';
import { summaryPaper } from './paper.ts';
import { writeXlsx } from './xlsx.ts';

const SPREADSHEETS = {
	csv: { mime: 'text/csv; charset=utf-8', write: writeCsv },
	xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
	ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', write: writeOds }
} as const;

/** A table of the screen as a file of a kind. */
export async function writeFile(
	title: string,
	table: SummaryTable,
	{ format, made }: { format: ExportFormat; made: Date }
): Promise<PrintedFile> {
	const whole = fileTable(title, table, made);
	if (format === 'pdf' || format === 'docx') return printPaper(summaryPaper(whole), [title], format);
	return spreadsheet(whole, format);
}

function spreadsheet(table: FileTable, format: keyof typeof SPREADSHEETS): PrintedFile {
	const { mime, write } = SPREADSHEETS[format];
	return { name: fileName([table.title], format), mime, bytes: write(table) };
}
