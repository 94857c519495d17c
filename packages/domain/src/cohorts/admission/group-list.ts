import { namesRefusal, normalEmail } from '../../accounts/index.ts';
import { audienceFit } from './audience.ts';
import { isSchoolFull, withSeatOf, type SchoolLimit } from './schools.ts';
import { foldTitle } from './titles.ts';

/** Columns of a list of a group, in the order of the template. */
export const GROUP_COLUMNS = [
	'surname',
	'givenName',
	'patronymic',
	'email',
	'position',
	'organisation'
] as const;
export type GroupColumn = (typeof GROUP_COLUMNS)[number];

/** Headings by which a column is found, whatever their order. */
export const GROUP_HEADINGS: Record<GroupColumn, string> = {
	surname: 'Фамилия',
	givenName: 'Имя',
	patronymic: 'Отчество',
	email: 'Электронная почта',
	position: 'Должность',
	organisation: 'Место работы'
};

/** Rows of one list: they are entered all at once or not at all, and somebody waits for it. */
export const MOST_ROWS = 200;
const LONGEST = 200;

/** One person of the list as typed, with the number of the row in the file. */
export type GroupRow = Record<GroupColumn, string> & {
	row: number;
	/** Columns whose cell held a formula: what it would count is nobody's name. */
	formulas: readonly GroupColumn[];
};

/** What is known of an address: whose account it is, and how the account stands to the cohort. */
export type KnownAccount = {
	surname: string;
	/** The school that the account names: it goes before what the list says. */
	school: string | null;
	/** Nobody can sign in with it, so nobody would study. */
	isBlocked: boolean;
	/** In the cohort already, in a state that leaves nothing to enter. */
	isIn: boolean;
	/** Runs the cohort: nobody studies with himself. */
	isTutor: boolean;
};

export type GroupFault = {
	row: number;
	column: GroupColumn;
	code: `group.${
		| 'missing'
		| 'bad_name'
		| 'bad_email'
		| 'too_long'
		| 'formula'
		| 'email_repeated'
		| 'surname_differs'
		| 'blocked'
		| 'already_in'
		| 'own_cohort'
		| 'school_full'
		| 'organisation_unknown'
		| 'not_in_audience'}`;
	/** An error keeps the row out; a warning is told and nothing more. */
	severity: 'error' | 'warning';
	/** The row that has the address first. */
	other?: number;
	/** How many seats a school may have. */
	limit?: number;
};

/** What a list is judged against. */
export type GroupSurroundings = {
	audience: readonly string[];
	/** Accounts by address, in small letters. */
	accounts: ReadonlyMap<string, KnownAccount>;
	/** Titles of the organisations that the register knows, folded by `foldTitle`, each with the one that people carry. */
	organisations: ReadonlyMap<string, string>;
	schools: SchoolLimit;
};

/** Everything that is wrong with the rows of a list, row by row in their order. Nothing is mended in silence. */
export function groupFaults(rows: readonly GroupRow[], around: GroupSurroundings): GroupFault[] {
	const first = new Map<string, number>();
	let { schools } = around;
	return rows.flatMap((row) => {
		const email = normalEmail(row.email);
		const other = email === null ? undefined : first.get(email);
		if (email !== null && other === undefined) first.set(email, row.row);
		const errors = [...shapeFaults(row), ...accountFaults(row, email, around, other)];
		if (errors.length === 0) {
			const school = around.accounts.get(email ?? '')?.school ?? registered(row, around) ?? row.organisation;
			errors.push(...schoolFaults(row, school, schools));
			schools = withSeatOf(schools, school);
		}
		return [...errors, ...notes(row, around)];
	});
}

/** Numbers of the rows that may be entered. */
export function soundRows(rows: readonly GroupRow[], faults: readonly GroupFault[]): number[] {
	const bad = new Set(faults.filter(({ severity }) => severity === 'error').map(({ row }) => row));
	return rows.map(({ row }) => row).filter((row) => !bad.has(row));
}

function shapeFaults(row: GroupRow): GroupFault[] {
	return GROUP_COLUMNS.flatMap((column) => {
		const code = shapeFault(row, column);
		return code ? [{ row: row.row, column, code, severity: 'error' as const }] : [];
	});
}

const DEMANDED: readonly GroupColumn[] = ['surname', 'givenName', 'email'];
const NAMES: readonly GroupColumn[] = ['surname', 'givenName', 'patronymic'];

function shapeFault(row: GroupRow, column: GroupColumn): GroupFault['code'] | null {
	const value = row[column].trim();
	if (row.formulas.includes(column) || /^[=+@]/.test(value)) return 'group.formula';
	if (value === '') return DEMANDED.includes(column) ? 'group.missing' : null;
	if ([...value].length > LONGEST) return 'group.too_long';
	if (column === 'email') return normalEmail(value) === null ? 'group.bad_email' : null;
	const alone = { surname: value, givenName: value, patronymic: null };
	return NAMES.includes(column) && namesRefusal(alone) ? 'group.bad_name' : null;
}

function accountFaults(
	{ row, surname }: GroupRow,
	email: string | null,
	{ accounts }: GroupSurroundings,
	other: number | undefined
): GroupFault[] {
	if (email === null) return [];
	const error = { row, column: 'email', severity: 'error' } as const;
	if (other !== undefined) return [{ ...error, code: 'group.email_repeated', other }];
	const account = accounts.get(email);
	if (!account) return [];
	if (account.isTutor) return [{ ...error, code: 'group.own_cohort' }];
	if (account.isIn) return [{ ...error, code: 'group.already_in' }];
	if (foldTitle(account.surname) !== foldTitle(surname))
		return [{ ...error, column: 'surname', code: 'group.surname_differs' }];
	return account.isBlocked ? [{ ...error, code: 'group.blocked' }] : [];
}

function registered({ organisation }: GroupRow, { organisations }: GroupSurroundings): string | undefined {
	return organisations.get(foldTitle(organisation));
}

/** Of a list the first of a school take its seats. */
function schoolFaults({ row }: GroupRow, school: string, schools: SchoolLimit): GroupFault[] {
	if (!isSchoolFull(schools, school)) return [];
	const limit = schools.perSchool ?? 0;
	return [{ row, column: 'organisation', code: 'group.school_full', severity: 'error', limit }];
}

function notes(row: GroupRow, { audience, organisations }: GroupSurroundings): GroupFault[] {
	const told: GroupFault[] = [];
	const warning = { row: row.row, severity: 'warning' } as const;
	if (audienceFit(audience, row.position) === 'not_named')
		told.push({ ...warning, column: 'position', code: 'group.not_in_audience' });
	const title = foldTitle(row.organisation);
	if (title && !organisations.has(title))
		told.push({ ...warning, column: 'organisation', code: 'group.organisation_unknown' });
	return told;
}
