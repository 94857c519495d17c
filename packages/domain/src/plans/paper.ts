import { longDate } from '../certificates/russian.ts';
import {
	dayOr,
	known,
	place,
	shortDay,
	signature,
	type Block,
	type Column,
	type Grif,
	type Paper
} from '../documents/index.ts';
import type { ApprovalKind, ApprovalStep } from './approvals.ts';
import { planColumns, type ColumnUse, type PlanColumn } from './columns.ts';
import { yearsOf, type Period } from './period.ts';
import type { PlanRow } from './row.ts';
import type { RegulationPlan } from '../regulations/index.ts';

/** `participants`: of everything that was held of the row; null where nothing was. */
export type PlanPaperRow = PlanRow & { report: string; participants: number | null; cancelled: boolean };

export type PlanPaperFacts = {
	plan: Pick<RegulationPlan, 'name' | 'columns' | 'annex' | 'signed_by'>;
	site: string;
	organisation: string;
	period: Period;
	rows: readonly PlanPaperRow[];
	steps: readonly ApprovalStep[];
	approvals: readonly { kind: ApprovalKind; name: string; position: string; on: string }[];
	/** Who leads the site and has signed: the position is the regulation's word for the leader, whatever else the person is. */
	signature: { name: string; on: string } | null;
	/** The number that it is registered under; null on a draft. */
	number: string | null;
};

/**
 * The plan on paper (R53, R160): the columns of the regulation and no others, the years in its title, «СОГЛАСОВАНО» and
 * «УТВЕРЖДАЮ» as the regulation asks for them, the leader's signature. What is not known yet is filled by hand.
 */
export function planPaper(facts: PlanPaperFacts): Paper {
	const { plan, site, organisation, period, rows } = facts;
	const columns = planColumns(plan);
	const leader = sentence(plan.signed_by ?? LEADER);
	const standing = rows.filter(({ cancelled }) => !cancelled);
	const blocks: Block[] = [
		...(plan.annex ? [{ kind: 'annex' as const, lines: [plan.annex] }] : []),
		{ kind: 'organisation', lines: [organisation] },
		...grifsOf(facts),
		{ kind: 'title', document: sentence(plan.name), subject: `${site}, ${periodWords(period)}` },
		place({ day: facts.signature?.on ?? null, number: facts.number }, null),
		{
			kind: 'table',
			columns: columns.map(toColumn),
			rows: standing.map((row, index) => columns.map((column) => cellOf(row, index, column)))
		},
		{
			kind: 'signatures',
			signatures: [
				signature(
					facts.signature && { name: facts.signature.name, position: leader },
					leader,
					dayOr(facts.signature?.on)
				)
			]
		}
	];
	const title = `${sentence(plan.name)}: ${site}, ${periodWords(period)}`;
	return { title, author: organisation, orientation: 'landscape', blocks };
}

const LEADER = 'Руководитель стажировочной площадки';

function grifsOf({ steps, approvals }: PlanPaperFacts): Block[] {
	const grif = (kind: ApprovalKind): Grif | null => {
		const step = steps.find((candidate) => candidate.kind === kind);
		const done = approvals.find((candidate) => candidate.kind === kind);
		// About what a source is silent no grif is printed, unless somebody has said it.
		if (!step || (step.need === 'silent' && !done)) return null;
		return {
			word: kind === 'approval' ? 'УТВЕРЖДАЮ' : 'СОГЛАСОВАНО',
			lines: done ? signedBy(step.by, done.position) : [known(step.by, 'должность', 26)],
			name: known(done?.name, 'фамилия и инициалы', 22),
			day: dayOr(done?.on)
		};
	};
	const [left, right] = [grif('agreement'), grif('approval')];
	return left || right ? [{ kind: 'grifs', left, right }] : [];
}

/** The body that the regulation names, and what the person is who spoke for it. */
function signedBy(body: string | null, position: string): Grif['lines'] {
	const told = [...new Set([body?.trim() ?? '', position.trim()])].filter((line) => line !== '');
	return told.length ? told : [known(null, 'должность', 26)];
}

function toColumn({ label, use }: PlanColumn): Column {
	const title = label || LABELS[use];
	return { title, share: SHARES[use], align: use === 'number' ? 'centre' : 'left' };
}

const LABELS: Record<ColumnUse, string> = {
	number: '№',
	title: 'Мероприятие',
	format: 'Форма проведения',
	words: '',
	dates: 'Сроки',
	person: 'Ответственный',
	report: 'Отчёт о выполнении'
};
const SHARES: Record<ColumnUse, number> = {
	number: 0.3,
	title: 2,
	format: 1,
	words: 1,
	dates: 1,
	person: 1,
	report: 1.5
};

function cellOf(row: PlanPaperRow, index: number, { key, use }: PlanColumn): string {
	switch (use) {
		case 'number':
			return String(index + 1);
		case 'title':
			return row.title;
		case 'format':
			return row.format;
		case 'words':
			return row.cells[key] ?? '';
		case 'dates':
			return daysOf(row);
		case 'person':
			return row.responsible;
		case 'report':
			return reportOf(row);
	}
}

/** «Участников: 25. Разобрали три урока» */
function reportOf({ participants, report }: PlanPaperRow): string {
	return participants === null ? report : [`Участников: ${participants}`, report].filter(Boolean).join('. ');
}

function daysOf({ from, lastDay }: PlanRow): string {
	if (!from || !lastDay) return '';
	return from === lastDay ? shortDay(from) : `${shortDay(from)} – ${shortDay(lastDay)}`;
}

function periodWords(period: Period): string {
	const years = yearsOf(period);
	if (years && years.first === years.last) return `на ${years.first}\u00a0год`;
	if (years && period.from.endsWith('-09-01')) return `на ${years.first}/${years.last} учебный год`;
	const begins = longDate(period.from);
	return period.lastDay ? `с ${begins} по ${longDate(period.lastDay)}` : `с ${begins}`;
}

function sentence(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
