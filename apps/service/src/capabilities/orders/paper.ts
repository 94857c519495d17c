import type { Database, Tx } from '@stazhirovka/db';
import { longDate, shortName } from '@stazhirovka/domain/certificates';
import {
	correcting,
	orderDates,
	orderEnrol,
	orderFinish,
	protocol,
	spravka,
	type Paper,
	type PlaceInPaper,
	type Registered
} from '@stazhirovka/domain/documents';
import { outline, path } from '@stazhirovka/domain/cohorts';
import { mastered, type OrderChoice, type OrderKind } from '@stazhirovka/domain/orders';
import { missing } from '../../shell/errors.ts';
import { institutionOf } from '../documents/index.ts';
import { grantingAct } from '../sites/index.ts';
import type { Gathered } from './gathering.ts';
import * as queries from './queries.ts';

export type Wanted = OrderChoice & {
	kind: OrderKind;
	/** The tutor's name in the case that its sentence needs, as the issuer wrote it. */
	inCase: string;
	/** The day of the document. */
	day: string;
	/** Numbers of documents of completion that are reserved already, by enrolment. */
	numbers: ReadonlyMap<string, string>;
	corrected: Registered | null;
};

/** The paper for a number, and where in it each learner stands. */
export type MadeOrder = {
	paper: (number: string | null) => Paper;
	learners: ({ enrolmentId: string } & PlaceInPaper)[];
};

/** Makes out an order, minutes or a reference from what is known (R65, R158, X21). */
export async function makeOrder(db: Database | Tx, facts: Gathered, wanted: Wanted): Promise<MadeOrder> {
	const { cohort, programme, issuer, place } = facts;
	const organisation = institutionOf(issuer);
	const common = {
		organisation,
		programme: { title: programme.document.title, hours: programme.rules.document.hours },
		period: { from: cohort.startsOn, to: cohort.endsOn },
		signer: organisation.head
	};
	const of = (ids: readonly string[]) => facts.rows.filter(({ id }) => ids.includes(id));
	const named = of(wanted.learners);
	const [tutors, act] = await Promise.all([
		queries.tutorsOf(db, cohort.cohortId),
		grantingAct(db, place.site.id)
	]);
	const made = (build: (registered: Registered) => Paper): MadeOrder['paper'] => {
		return (number) => {
			const paper = build({ number, day: wanted.day });
			return wanted.corrected ? correcting(paper, wanted.corrected) : paper;
		};
	};
	const rowsOf = (rows: queries.LearnerRow[], list: number) =>
		rows.map(({ id }, row) => ({ enrolmentId: id, list, row }));

	switch (wanted.kind) {
		case 'order_dates':
			return {
				paper: made((registered) =>
					orderDates({
						...common,
						...registered,
						cohort: cohort.cohortTitle,
						grounds: act ? [`${act.kind} от ${longDate(act.signedOn)} № ${act.number}`] : [],
						sessions: facts.sessions,
						participants: named,
						tutors: tutors.map((tutor) => ({ ...tutor, accusative: wanted.inCase.trim() }))
					})
				),
				// In the list of participants, which is the last annex.
				learners: rowsOf(named, facts.sessions.length ? 1 : 0)
			};
		case 'order_enrol':
			return {
				paper: made((registered) =>
					orderEnrol({
						...common,
						...registered,
						grounds: act ? [`${act.kind} от ${longDate(act.signedOn)} № ${act.number}`] : [],
						learners: named,
						tutors: tutors.map((tutor) => ({ ...tutor, accusative: wanted.inCase.trim() })),
						additional: isAdditional(facts, 'order_enrol')
					})
				),
				learners: rowsOf(named, 0)
			};
		case 'protocol':
			return {
				paper: made((registered) =>
					protocol({
						...common,
						...registered,
						commissionAct: null,
						chair: common.signer,
						secretary: null,
						members: tutors.map((tutor) => ({ position: 'тьютор', name: shortName(tutor) })),
						scale: scaleOf(facts),
						results: named.map((row) => ({
							person: row,
							points: row.total?.replace('.', ',') ?? null,
							decision: row.passed ? 'зачтено' : 'не зачтено',
							opinion: row.opinion
						}))
					})
				),
				learners: rowsOf(named, 0)
			};
		case 'order_finish': {
			const leaving = of(wanted.expelled);
			return {
				paper: made((registered) =>
					orderFinish({
						...common,
						...registered,
						grounds: protocolsOf(facts, wanted.learners),
						finishedOn: wanted.day,
						finished: named.map((row) => ({
							person: row,
							document: facts.completionTitle,
							documentNumber: wanted.numbers.get(row.id) ?? null
						})),
						unfinished: leaving.map((row) => ({ person: row, reason: wanted.reason.trim() }))
					})
				),
				learners: [...rowsOf(named, 0), ...rowsOf(leaving, named.length ? 1 : 0)]
			};
		}
		case 'spravka': {
			const row = named[0] ?? missing('enrolment');
			const parts = masteredBy(facts, row.id);
			const sum = (key: 'minutes' | 'of') => parts.reduce((all, part) => all + part[key], 0);
			return {
				paper: made((registered) =>
					spravka({
						...common,
						...registered,
						person: row,
						progress: { minutes: sum('minutes'), of: sum('of') },
						parts,
						why: standingOf(row),
						order: orderAgainst(facts, row.id)
					})
				),
				learners: [{ enrolmentId: row.id, list: 0, row: 0 }]
			};
		}
	}
}

/** Others of the cohort are named by an earlier paper of this kind. */
export function isAdditional({ standing }: Gathered, kind: OrderKind): boolean {
	return standing.some((paper) => paper.kind === kind);
}

/** «наибольший балл – 18, порог – 9» */
function scaleOf({ programme }: Gathered): string {
	const { criteria, maxPerCriterion, passTotal } = programme.rules.peer;
	return `наибольший балл – ${criteria.length * maxPerCriterion}, порог – ${passTotal}`;
}

/** The minutes that name these learners, each once. */
function protocolsOf({ standing }: Gathered, learners: readonly string[]): string[] {
	const named = standing.filter(
		({ kind, enrolmentId }) => kind === 'protocol' && learners.includes(enrolmentId)
	);
	return [
		...new Set(
			named.map(({ dated, number }) => `протокол итоговой аттестации от ${longDate(dated)} № ${number ?? ''}`)
		)
	];
}

function orderAgainst({ standing }: Gathered, learner: string): Registered | null {
	const order = standing.findLast(
		({ kind, enrolmentId }) => kind === 'order_finish' && enrolmentId === learner
	);
	return order ? { number: order.number, day: order.dated } : null;
}

function standingOf({ state, passed, workState }: queries.LearnerRow) {
	if (state === 'expelled') return 'expelled';
	if (state === 'completed') return 'completed';
	return passed === false && workState === 'failed' ? 'not_attested' : 'studies';
}

/** How far an intern came, also one who was expelled: expelling takes nothing of it away. */
function masteredBy({ programme: { document }, journeys }: Gathered, learner: string) {
	const journey = journeys.get(learner) ?? missing('enrolment');
	const { modules } = path(outline(document), { ...journey.facts, enrolment: 'confirmed' });
	return mastered(
		document.modules.map(({ n, title, minutes }) => ({
			title,
			minutes,
			steps: (modules.find((module) => module.n === n)?.steps ?? []).map((step) => ({
				minutes: step.minutes,
				done: step.state === 'done'
			}))
		}))
	);
}
