import fc from 'fast-check';
import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import { missingParts, type RegulationProfile } from '../regulations/index.ts';
import {
	approvalSteps,
	deliveriesOf,
	formatsOf,
	movePlan,
	PLAN_MOVES,
	planColumns,
	rowFaults,
	rowState,
	executionFaults,
	type ApprovalKind,
	type PlanMove,
	type PlanRow,
	type PlanState
} from './index.ts';

const PROFILES = { lenobl, mariinsk, kuzbass, priozersk, primorye } as unknown as Record<
	string,
	RegulationProfile
>;
const of = (key: string) => PROFILES[key]!;
const period = { from: '2026-09-01', lastDay: '2027-08-31' };

const row: PlanRow = {
	title: 'Семинар о внимании',
	format: 'семинар',
	delivery: 'очно',
	from: '2026-11-10',
	lastDay: '2026-11-10',
	responsible: 'Т. В. Ольхова',
	cells: {}
};

function codes(key: string, change: Partial<PlanRow> = {}, added: string[] = []) {
	const formats = formatsOf(of(key), added);
	const given = { ...row, format: formats[0] ?? '', delivery: deliveriesOf(of(key))[0] ?? 'очно', ...change };
	return rowFaults({ profile: of(key), formats, period }, given).map(({ code, field }) => `${code} ${field}`);
}

/** Sends a plan and makes every move that is asked for; the states that it passes through. */
function chain(key: string, moves: PlanMove[]): (PlanState | string)[] {
	let at: { state: PlanState; done: ApprovalKind[] } = { state: 'draft', done: [] };
	return moves.map((move) => {
		const told = movePlan(of(key).plan, at, move);
		if (told.ok) at = told.value;
		return told.ok ? at.state : `${move} refused`;
	});
}

test.each([
	['lenobl', [['approval', 'required', null]]],
	['mariinsk', [['approval', 'required', null]]],
	['kuzbass', [['approval', 'required', null]]],
	['priozersk', [['agreement', 'required', 'информационно-методический отдел МОУ ДО ЦИТ']]],
	['primorye', [['approval', 'silent', null]]]
])('R56, R57: what stands before a plan in force is read from «%s»', (key, steps) => {
	expect(approvalSteps(of(key).plan).map(({ kind, need, by }) => [kind, need, by])).toEqual(steps);
});

test.each([
	['lenobl', ['sent', 'agree refused', 'in_force']],
	['mariinsk', ['sent', 'agree refused', 'in_force']],
	['kuzbass', ['sent', 'agree refused', 'in_force']],
	['priozersk', ['sent', 'in_force', 'approve refused']],
	['primorye', ['in_force', 'agree refused', 'in_force']]
])('R56, R57: a plan under «%s» comes into force by its own chain', (key, states) => {
	expect(chain(key, ['send', 'agree', 'approve'])).toEqual(states);
});

test('a source that asks for both is served in either order', () => {
	const both = { approved: true, approved_by: 'директор', agreed_with: 'отдел' };
	const go = (moves: PlanMove[]) =>
		moves.reduce<{ state: PlanState; done: ApprovalKind[] }>(
			(at, move) => {
				const told = movePlan(both, at, move);
				return told.ok ? told.value : at;
			},
			{ state: 'draft', done: [] }
		).state;
	expect(go(['send', 'agree'])).toBe('agreed');
	expect(go(['send', 'approve'])).toBe('approved');
	expect(go(['send', 'agree', 'approve'])).toBe('in_force');
	expect(go(['send', 'approve', 'agree'])).toBe('in_force');
	expect(go(['send', 'agree', 'return', 'send', 'approve'])).toBe('approved');
});

test('no plan is in force without what its profile requires, whatever is done to it', () => {
	const plan = fc.record({
		approved: fc.constantFrom(true, false, null, undefined),
		agreed_with: fc.constantFrom('отдел', null)
	});
	fc.assert(
		fc.property(plan, fc.array(fc.constantFrom(...PLAN_MOVES), { maxLength: 12 }), (profile, moves) => {
			let at: { state: PlanState; done: ApprovalKind[] } = { state: 'draft', done: [] };
			let sent = false;
			for (const move of moves) {
				const told = movePlan(profile, at, move);
				if (!told.ok) continue;
				at = told.value;
				sent = move === 'send' || (sent && move !== 'recall' && move !== 'return');
			}
			const needs = [
				...(profile.approved === true ? ['approval'] : []),
				...(profile.agreed_with ? ['agreement'] : [])
			];
			expect(at.state === 'in_force').toBe(
				sent && needs.every((kind) => at.done.some((one) => one === kind))
			);
		})
	);
});

test('R53, R55, R57: columns are the profile’s own, each with its use', () => {
	const uses = (key: string) => planColumns(of(key).plan).map(({ label, use }) => `${label}: ${use}`);
	expect(uses('lenobl')).toEqual([
		'№: number',
		'Мероприятие: title',
		'Сроки проведения: dates',
		'Ответственный за мероприятие: person',
		'Отчёт о выполнении: report'
	]);
	expect(uses('mariinsk')).toContain('Форма проведения: format');
	expect(uses('priozersk')).toEqual([
		'№: number',
		'Мероприятие: title',
		'Периодичность: words',
		'Продолжительность: words',
		'Ответственный: person'
	]);
	expect(planColumns({ columns: [] }).map(({ use }) => use)).toEqual(['number', 'title', 'dates', 'person']);
});

test('R61: where a profile forces one way, nothing else is taken, in a plan or in a report', () => {
	const cells = { periodicity: 'ежемесячно', duration: '2 часа' };
	expect(codes('priozersk', { cells })).toEqual([]);
	expect(codes('priozersk', { cells, delivery: 'очно' })).toEqual(['plan.delivery_forced delivery']);
	expect(codes('lenobl', { delivery: 'по почте' })).toEqual(['plan.delivery_unknown delivery']);
	const told = executionFaults(
		{ profile: of('priozersk'), formats: [], period, today: '2026-12-01' },
		{
			heldOn: '2026-11-10',
			format: 'круглый стол',
			delivery: 'очно',
			participants: 3,
			outcome: 'Да',
			links: []
		}
	);
	expect(told).toEqual([{ code: 'plan.delivery_forced', field: 'delivery' }]);
});

test('R54, R57, R60: a row has what its columns ask for, and a format of the list', () => {
	expect(codes('lenobl')).toEqual([]);
	expect(codes('lenobl', { title: ' ', from: null, lastDay: null, responsible: '' })).toEqual([
		'plan.title_missing title',
		'plan.dates_missing from',
		'plan.responsible_missing responsible'
	]);
	expect(codes('priozersk', { from: null, lastDay: null })).toEqual([
		'plan.cell_missing cells.periodicity',
		'plan.cell_missing cells.duration'
	]);
	expect(codes('lenobl', { format: 'посиделки' })).toEqual(['plan.format_unknown format']);
	expect(codes('lenobl', { format: 'посиделки' }, ['посиделки'])).toEqual([]);
	expect(codes('lenobl', { from: '2026-08-31' })).toEqual(['plan.dates_outside from']);
	expect(codes('lenobl', { lastDay: '2027-09-01' })).toEqual(['plan.dates_outside lastDay']);
	expect(codes('lenobl', { lastDay: '2026-11-09' })).toEqual(['plan.dates_backwards lastDay']);
	const free = { ...of('lenobl'), event_formats: [] };
	expect(rowFaults({ profile: free, formats: [], period }, { ...row, format: 'своими словами' })).toEqual([]);
});

test('R54, R64: what has not been held yet is not told of', () => {
	const rules = { profile: of('lenobl'), formats: ['семинар'], period, today: '2026-11-10' };
	const held = { heldOn: '2026-11-10', format: 'семинар', delivery: 'очно', participants: 0, outcome: 'Да' };
	const told = (change: object) =>
		executionFaults(rules, { ...held, links: [], ...change }).map(({ code }) => code);
	expect(told({})).toEqual([]);
	expect(told({ heldOn: '2026-11-11' })).toEqual(['plan.held_ahead']);
	expect(told({ heldOn: '2026-08-31' })).toEqual(['plan.held_outside']);
	expect(told({ outcome: '', links: ['http://site.example/a', 'нет'] })).toEqual([
		'plan.outcome_missing',
		'plan.link_wrong'
	]);
});

test('R54: a row is overdue from the day after its last one', () => {
	const at = (today: string, held = 0) => rowState({ lastDay: '2026-11-10', cancelled: false, held }, today);
	expect([at('2026-11-10'), at('2026-11-11'), at('2026-11-11', 1)]).toEqual(['planned', 'overdue', 'done']);
	expect(rowState({ lastDay: '2026-11-10', cancelled: true, held: 1 }, '2027-01-01')).toBe('cancelled');
});

test('the silence of a source about who approves is told and blocks nothing', () => {
	expect(missingParts(of('lenobl'))).toContain('plan.approved_by');
	expect(chain('lenobl', ['send', 'approve'])).toEqual(['sent', 'in_force']);
});
