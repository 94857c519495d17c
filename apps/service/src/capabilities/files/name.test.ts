import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, disposition, extensionOf } from './name.ts';

test.each([
	['План занятия.DOCX', 'План занятия.docx'],
	['../../etc/passwd.txt', 'passwd.txt'],
	['C:\\Users\\Аня\\Рабочий стол\\отчёт.pdf', 'отчёт.pdf'],
	['фото\u202egpj.exe', 'фотоgpj.exe'],
	['a\u0000b\r\nc.txt', 'ab c.txt'],
	['!\t\u0000\t!', '! !'],
	['отче\u0308т.txt', 'отчёт.txt'],
	['  . .тайна.txt', 'тайна.txt'],
	['\u200b\u2066.pdf', 'file.pdf'],
	['.htaccess', 'file.htaccess'],
	['отчёт.PDF. ', 'отчёт.pdf'],
	['…', '…'],
	['', 'file'],
	['нет расширения', 'нет расширения']
])('the name %j is kept as %j', (given, kept) => {
	expect(cleanName(given)).toBe(kept);
});

test('a long name is shortened without its extension', () => {
	const name = cleanName(`${'😀'.repeat(300)}.pdf`);
	expect([[...name].length, extensionOf(name), name.isWellFormed()]).toEqual([120, 'pdf', true]);
});

test('any name becomes one line without a path, and stays itself when cleaned again', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (given) => {
			const name = cleanName(given);
			expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}]{1,120}$/u);
			expect(cleanName(name)).toBe(name);
			expect(disposition(name)).toMatch(
				/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.!~*'()-]+$/
			);
		})
	);
});

test('RFC 5987: the exact name is beside the plain one', () => {
	expect(disposition('Итог "А" (1).pdf')).toBe(
		`attachment; filename="____ ___ (1).pdf"; filename*=UTF-8''%D0%98%D1%82%D0%BE%D0%B3%20%22%D0%90%22%20%281%29.pdf`
	);
});
