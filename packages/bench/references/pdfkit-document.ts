import type { printedOf } from '@stazhirovka/service/measured';
import PDFDocument from 'pdfkit';

type Printed = Awaited<ReturnType<typeof printedOf>>;
/** PT Sans, PT Sans bold and PT Serif. */
export type Fonts = { plain: Buffer; bold: Buffer; serif: Buffer };

/** The words of a certificate drawn by pdfkit, one under another, with its code: tags, layout and seal are left out. */
export function drawWithPdfkit(json: string, { plain, bold, serif }: Fonts): Promise<Buffer> {
	const words = JSON.parse(json) as Printed;
	const file = new PDFDocument({ size: 'A4', margin: 56, info: { Title: words.title } });
	const parts: Buffer[] = [];
	const written = new Promise<Buffer>((resolve, reject) => {
		file.on('data', (part: Buffer) => parts.push(part));
		file.on('end', () => resolve(Buffer.concat(parts)));
		file.on('error', reject);
	});
	const line = (font: Buffer, size: number, text: string) =>
		file.font(font).fontSize(size).text(text, { align: 'center' }).moveDown();

	line(plain, 10, words.site);
	line(bold, 28, 'СЕРТИФИКАТ');
	line(plain, 12, `№ ${words.number}`);
	line(serif, 12, 'Настоящий сертификат подтверждает, что');
	line(bold, 20, words.holder);
	line(serif, 12, `${words.passed ?? ''} стажировку по программе «${words.programme}»`);
	line(serif, 12, `на базе стажировочной площадки ${words.organisation}`);
	line(serif, 12, `в период с ${words.from.long} по ${words.to.long}`);
	line(serif, 12, `в объёме ${words.hours} (${words.hoursInWords}) ${words.academicHours}`);
	line(plain, 11, `${words.signer.position} ${words.signer.name}`);
	line(plain, 11, `Дата выдачи ${words.issuedOn.long}`);
	line(plain, 9, words.address);
	const code = [...words.qr.matchAll(/ d="([^"]+)"/g)].at(-1)?.[1] ?? '';
	file.save().translate(420, 680).scale(2).path(code).lineWidth(1).stroke().restore();
	file.end();
	return written;
}
