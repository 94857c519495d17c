import { readPdf } from '@stazhirovka/pdf';
import { expect, test } from 'vitest';
import { qrCode, render, UnprintableText, type PrintedCompletion } from './index.ts';

const ADDRESS = 'https://stazhirovka.example/v/K5XW6ZDPO5XG2ZLOMFRGGZDFMY';

async function printed(change: Partial<PrintedCompletion> = {}): Promise<PrintedCompletion> {
	return {
		title: 'Сертификат № 912-2027-0001',
		number: '912-2027-0001',
		passed: 'прошла',
		given: null,
		holder: 'Ключарёва-Санникова Есения Мироновна',
		programme: 'Приёмы работы с обучающимися с СДВГ на уроке',
		site: 'Региональная стажировочная площадка «Внимание в классе»',
		organisation: 'МБОУ «Школа № 912 города Северореченска»',
		issuer: 'ГАУ ДПО «Северореченский институт развития образования»',
		city: 'г. Северореченск',
		from: { long: '18 января 2027 г.', short: '18.01.2027' },
		to: { long: '26 февраля 2027 г.', short: '26.02.2027' },
		hours: '12',
		hoursInWords: 'двенадцать',
		academicHours: 'академических часов',
		plainHours: 'часов',
		signer: { position: 'Руководитель площадки', name: 'Полозьев Д. И.' },
		seal: '{}',
		duplicateOf: null,
		grounds: null,
		issuedOn: { long: '26 февраля 2027 г.', short: '26.02.2027' },
		address: ADDRESS,
		qr: await qrCode(ADDRESS),
		...change
	};
}

test('R119: the certificate reads back word for word', async () => {
	const pdf = readPdf(await render('certificate', await printed()));

	expect(pdf.text).toBe(
		[
			'Региональная стажировочная площадка «Внимание в классе» СЕРТИФИКАТ № 912-2027-0001',
			'Настоящий сертификат подтверждает, что Ключарёва-Санникова Есения Мироновна',
			'прошла стажировку по программе «Приёмы работы с обучающимися с СДВГ на уроке»',
			'на базе стажировочной площадки МБОУ «Школа № 912 города Северореченска»',
			'в период с 18 января 2027 г. по 26 февраля 2027 г. в объёме 12 (двенадцать) академических часов',
			'Руководитель площадки Полозьев Д. И. Дата выдачи 26 февраля 2027 г.',
			`Подлинность документа можно проверить: ${ADDRESS}`
		].join(' ')
	);
	expect(pdf.links).toEqual([ADDRESS]);
	expect(pdf.code).toBe(ADDRESS);
});

test('X5: the file is tagged PDF/UA-1 in Russian, with a title and our embedded fonts only', async () => {
	const bytes = await render('certificate', await printed());
	const pdf = readPdf(bytes);

	expect(pdf.tagged).toBe(true);
	expect(pdf.fonts).toEqual(['PTSans-Regular', 'PTSerif-Bold', 'PTSerif-Regular']);
	expect(/\/Type \/Catalog[^]*\/Lang \((.*?)\)/.exec(bytes.toString('latin1'))?.[1]).toBe('ru');
	expect(/<pdfuaid:part>(.*?)</.exec(pdf.metadata)?.[1]).toBe('1');
	expect(/<dc:title>.*?<rdf:li[^>]*>(.*?)</s.exec(pdf.metadata)?.[1]).toBe('Сертификат № 912-2027-0001');
});

test.each([
	['прошла', 'Настоящий сертификат подтверждает, что Тан Линь прошла стажировку по программе'],
	['прошёл', 'Настоящий сертификат подтверждает, что Тан Линь прошёл стажировку по программе'],
	[null, 'Слушатель Тан Линь Настоящий сертификат подтверждает прохождение стажировки по программе']
] as const)('the wording fits the gender: %s', async (passed, sentence) => {
	const pdf = readPdf(await render('certificate', await printed({ passed, holder: 'Тан Линь' })));

	expect(pdf.text).toContain(sentence);
});

test('an удостоверение has its own template', async () => {
	const pdf = readPdf(await render('udostoverenie-pk', await printed({ hours: '16' })));

	expect(pdf.text).toContain(
		[
			'УДОСТОВЕРЕНИЕ о повышении квалификации Регистрационный номер 912-2027-0001',
			'Настоящее удостоверение свидетельствует о том, что Ключарёва-Санникова Есения Мироновна',
			'в период с 18.01.2027 по 26.02.2027 прошла повышение квалификации',
			'в ГАУ ДПО «Северореченский институт развития образования»',
			'по дополнительной профессиональной программе «Приёмы работы с обучающимися с СДВГ на уроке»',
			'в объёме 16 часов Руководитель площадки Полозьев Д. И. Секретарь',
			'М. П. г. Северореченск Дата выдачи 26.02.2027'
		].join(' ')
	);
});

test('data are text: a name written as Typst markup is printed as it is', async () => {
	const holder = '#read("/etc/passwd") *Имя* $x$ \\ @preview';
	const pdf = readPdf(await render('certificate', await printed({ holder })));

	expect(pdf.text).toContain(`что ${holder} прошла`);
});

test('equal data give equal bytes', async () => {
	const data = await printed();

	expect(await render('certificate', data)).toEqual(await render('certificate', data));
});

test('a long name and a long programme stay on one page', async () => {
	const long =
		'Очень длинное название, которое методист не захотел сокращать, хотя его об этом просили. '.repeat(3);
	const pdf = await render(
		'certificate',
		await printed({ holder: 'Заречнов-Преображенский-Долгоруков Эльхан Турал оглы', programme: long })
	);

	expect(readPdf(pdf).pages).toBe(1);
});

test('characters that no bundled font has are named, and the worker goes on', async () => {
	const refusal = await render('certificate', await printed({ holder: 'Nguyễn 陳' })).catch(
		(error: unknown) => error
	);

	expect(refusal).toBeInstanceOf(UnprintableText);
	expect((refusal as UnprintableText).characters).toEqual(['ễ', '陳']);
	expect(readPdf(await render('certificate', await printed())).text).toContain('СЕРТИФИКАТ');
});

test('the event loop turns while documents are printed', async () => {
	let turns = 0;
	const timer = setInterval(() => turns++, 1);
	const data = await printed();
	await Promise.all(
		Array.from({ length: 20 }, (_, n) => render('certificate', { ...data, number: String(n) }))
	);
	clearInterval(timer);

	expect(turns).toBeGreaterThan(20);
});

test('X5: the code keeps a quiet zone of four modules', async () => {
	const svg = await qrCode(ADDRESS);

	expect(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]).toBe('41');
	expect(/<path stroke="#000000" d="M(\d+) (\d+)\.5/.exec(svg)?.slice(1)).toEqual(['4', '4']);
});
