import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	foldTitle,
	groupFaults,
	NO_SCHOOL_LIMIT,
	soundRows,
	type GroupRow,
	type GroupSurroundings
} from './index.ts';

const known = { surname: 'Вереснёва', school: null, isBlocked: false, isIn: false, isTutor: false };
const around: GroupSurroundings = {
	audience: ['учителя начальных классов'],
	accounts: new Map([
		['known@school.example', known],
		['in@school.example', { surname: 'Лугова', school: null, isBlocked: false, isIn: true, isTutor: false }],
		['blocked@school.example', { ...known, isBlocked: true }],
		[
			'tutor@school.example',
			{ surname: 'Тьютор', school: null, isBlocked: false, isIn: false, isTutor: true }
		]
	]),
	organisations: new Map([
		['школа № 331', 'Школа № 331'],
		['муниципальная школа № 331', 'Школа № 331']
	]),
	schools: NO_SCHOOL_LIMIT
};
const row = (number: number, change: Partial<GroupRow> = {}): GroupRow => ({
	...{ row: number, surname: 'Проба', givenName: 'Вера', patronymic: '' },
	...{ email: `row-${number}@school.example`, position: 'учитель начальных классов' },
	...{ organisation: 'Школа № 331', formulas: [] },
	...change
});
const codes = (...rows: GroupRow[]) =>
	groupFaults(rows, around).map(({ row, column, code }) => `${row} ${column} ${code}`);

test('a tidy list has no faults, and an account is matched by its address whatever the case and «ё»', () => {
	const known = row(3, { email: ' Known@School.example ', surname: 'Вереснева' });
	expect(codes(row(2), known)).toEqual([]);
});

test.each<[string, Partial<GroupRow>, string[]]>([
	['no surname', { surname: ' ' }, ['2 surname group.missing']],
	['no address', { email: '' }, ['2 email group.missing']],
	['an address without a domain', { email: 'вера@школа' }, ['2 email group.bad_email']],
	['digits in a name', { givenName: 'Вера7' }, ['2 givenName group.bad_name']],
	['a formula in a cell', { formulas: ['surname'] }, ['2 surname group.formula']],
	[
		'text that a table would count',
		{ organisation: '=1+1' },
		['2 organisation group.formula', '2 organisation group.organisation_unknown']
	],
	['a name without an end', { patronymic: 'А'.repeat(201) }, ['2 patronymic group.too_long']],
	['an account of somebody else', { email: 'known@school.example' }, ['2 surname group.surname_differs']],
	['somebody who is in', { email: 'in@school.example', surname: 'Лугова' }, ['2 email group.already_in']],
	['a tutor of the cohort', { email: 'tutor@school.example' }, ['2 email group.own_cohort']],
	[
		'an account that was blocked',
		{ email: 'blocked@school.example', surname: 'Вереснева' },
		['2 email group.blocked']
	],
	[
		'a blocked account of somebody else, which stays untold',
		{ email: 'blocked@school.example' },
		['2 surname group.surname_differs']
	],
	['R48: another position', { position: 'директор' }, ['2 position group.not_in_audience']],
	['an unknown school', { organisation: 'Лицей' }, ['2 organisation group.organisation_unknown']]
])('%s is told with its row and column', (_, change, faults) => {
	expect(codes(row(2, change))).toEqual(faults);
});

test('an address that stands twice is a fault of the later row, which names the first', () => {
	const twice = groupFaults([row(2), row(5, { email: 'ROW-2@school.example' })], around);
	expect(twice).toEqual([
		{ row: 5, column: 'email', code: 'group.email_repeated', severity: 'error', other: 2 }
	]);
});

test('what is only worth a look keeps nobody out', () => {
	const rows = [row(2, { position: 'директор', organisation: 'Лицей' }), row(3, { email: '' })];
	expect(soundRows(rows, groupFaults(rows, around))).toEqual([2]);
});

test('whatever stands in the cells, each row is told about at most once for a column and kind, and nothing throws', () => {
	const cell = fc.oneof(fc.string(), fc.constantFrom('', '=A1', 'Вера', 'in@school.example'));
	const typed = fc.record({
		surname: cell,
		givenName: cell,
		patronymic: cell,
		email: cell,
		position: cell,
		organisation: cell
	});
	fc.assert(
		fc.property(fc.array(typed, { maxLength: 20 }), (list) => {
			const rows = list.map((one, n) => row(n + 2, one));
			const faults = groupFaults(rows, around);
			const keys = faults.map(({ row, column, severity }) => `${row} ${column} ${severity}`);
			expect(new Set(keys).size).toBe(keys.length);
			const emails = rows
				.filter(({ row }) => soundRows(rows, faults).includes(row))
				.map(({ email }) => email.trim().toLowerCase());
			expect(new Set(emails).size).toBe(emails.length);
		})
	);
});

test('titles compare without quotes, case and «ё»', () => {
	expect(foldTitle(' МБОУ «Школа  № 7» Берёзовая ')).toBe('мбоу школа № 7 березовая');
});

test('R98: the first rows of a school take the seats that it may have, the next are told of the limit', () => {
	const schools = { perSchool: 2, taken: new Map([['школа № 331', 1]]) };
	const accounts = new Map([
		[
			'r-5@school.example',
			{ surname: 'Проба', school: 'ШКОЛА №  331', isBlocked: false, isIn: false, isTutor: false }
		]
	]);
	const rows = [
		row(2, { surname: '' }),
		row(3),
		row(4),
		row(5, { email: 'r-5@school.example', organisation: 'Лицей' }),
		row(6, { organisation: '' }),
		row(7, { organisation: 'Лицей' }),
		row(8, { organisation: 'Муниципальная школа № 331' })
	];
	const faults = groupFaults(rows, { ...around, accounts, schools });
	expect(faults.filter(({ code }) => code === 'group.school_full')).toEqual([
		{ row: 4, column: 'organisation', code: 'group.school_full', severity: 'error', limit: 2 },
		{ row: 5, column: 'organisation', code: 'group.school_full', severity: 'error', limit: 2 },
		{ row: 8, column: 'organisation', code: 'group.school_full', severity: 'error', limit: 2 }
	]);
	expect(soundRows(rows, faults)).toEqual([3, 6, 7]);
});
