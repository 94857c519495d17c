import type { CohortOrders, OwnPaper } from '@stazhirovka/contract/orders';
import { fullName } from '@stazhirovka/domain/certificates';
import { extractFor } from '@stazhirovka/domain/documents';
import {
	decideOrder,
	ORDER_KINDS,
	readiness,
	tellsOtherDays,
	type OrderKind
} from '@stazhirovka/domain/orders';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { missing, settle } from '../../shell/errors.ts';
import { earlierDays, enterCohort, findOwnEnrolment } from '../cohorts/index.ts';
import {
	cityOf,
	documentNaming,
	documentsNaming,
	fileName,
	headOf,
	listDocuments,
	printPaper,
	standingOfCohort
} from '../documents/index.ts';
import type { OrderInput } from './commands/issue-order.ts';
import { correctable } from './corrected.ts';
import { gather, type Gathered } from './gathering.ts';
import { isAdditional, makeOrder } from './paper.ts';
import { tutorsOf } from './queries.ts';
import { titleOf } from './titles.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Papers of a cohort for those who lead it: issued, ready to be issued, and what is missing. */
export async function readOrders(
	ctx: Reader,
	cohortId: string,
	replaces: string | null
): Promise<CohortOrders> {
	const cohort = await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	const [facts, tutors, all, earlier] = await Promise.all([
		gather(ctx.db, ctx, cohort, replaces),
		tutorsOf(ctx.db, cohort.cohortId),
		listDocuments(ctx, { cohortId }),
		earlierDays(ctx.db, cohort.cohortId)
	]);
	const documents = all.filter(({ kind }) => (ORDER_KINDS as readonly string[]).includes(kind));
	const { issuer } = facts;
	const [only] = tutors;
	return {
		documents,
		outdated: outdatedOf(documents, facts, earlier),
		kinds: ORDER_KINDS.map((kind) => {
			const { ready, leaving, waiting, block } = readiness(kind, facts.rules);
			return {
				...{ kind, block, additional: isAdditional(facts, kind) },
				ready: ready.map((id) => learnerOf(facts, id)),
				leaving: leaving.map((id) => learnerOf(facts, id)),
				waiting: waiting.map(({ id, code }) => ({ learner: learnerOf(facts, id), code }))
			};
		}),
		gaps: [
			...(headOf(issuer) ? [] : ['head' as const]),
			...(cityOf(issuer.address) ? [] : ['city' as const])
		],
		issuer: issuer.title,
		tutor: only && tutors.length === 1 ? { name: fullName(only), inCase: only.accusative } : null,
		corrected: replaces ? await readCorrected(ctx, facts, documents, replaces) : null
	};
}

/** Orders that stand and were issued before a change of the days that they tell (R65). */
function outdatedOf(
	documents: CohortOrders['documents'],
	{ cohort: { startsOn, endsOn }, sessions }: Gathered,
	earlier: Awaited<ReturnType<typeof earlierDays>>
): string[] {
	const now = { startsOn, endsOn, sessions };
	return documents.flatMap(({ id, kind, issuedAt, replacedBy }) => {
		const issued = new Date(issuedAt);
		const then = earlier.find(({ changedAt }) => changedAt > issued)?.before ?? now;
		return !replacedBy && tellsOtherDays(kind as OrderKind, then, now) ? [id] : [];
	});
}

async function readCorrected(
	ctx: Reader,
	facts: Gathered,
	documents: CohortOrders['documents'],
	replaces: string
): Promise<CohortOrders['corrected']> {
	const document =
		documents.find(({ id, replacedBy }) => id === replaces && !replacedBy) ?? missing('document');
	const named = (await standingOfCohort(ctx.db, facts.cohort.cohortId)).flatMap(({ id, enrolmentId }) =>
		id === replaces ? [enrolmentId] : []
	);
	const expelled = named.filter((id) => facts.rows.find((row) => row.id === id)?.state === 'expelled');
	const leaving = document.kind === 'order_finish' ? expelled : [];
	return { document, learners: named.filter((id) => !leaving.includes(id)), expelled: leaving };
}

function learnerOf({ rows }: Gathered, id: string) {
	const row = rows.find((one) => one.id === id) ?? missing('enrolment');
	return { id, fullName: fullName(row), organisation: row.organisation };
}

/** The paper as it would be issued now, without a number. */
export async function previewOrder(ctx: Reader, cohortId: string, input: OrderInput) {
	const { kind, replacesId } = input;
	const cohort = await enterCohort(ctx.db, ctx.actor, cohortId, 'leader');
	const corrected = replacesId ? await correctable(ctx.db, cohortId, replacesId, kind) : null;
	const facts = await gather(ctx.db, ctx, cohort, replacesId);
	settle(decideOrder(kind, facts.rules, input));

	const day = localDay(ctx.now(), cohort.timeZone);
	const { paper } = await makeOrder(ctx.db, facts, { ...input, day, numbers: new Map(), corrected });
	return printPaper(paper(null), [`Проект. ${titleOf(kind, facts, input)}`], 'pdf');
}

/** Given out whole: it speaks of one person. */
const WHOLE = new Set(['spravka']);
/** What an intern may have of the papers of the cohort. */
const OWN = new Set<string>(ORDER_KINDS);

/** Papers that name the reader, in whatever state the enrolment is: also who was expelled needs them. */
export async function listOwnPapers({ db, actor }: Reader, enrolmentId: string): Promise<OwnPaper[]> {
	await enterOwn({ db, actor }, enrolmentId);
	const rows = await documentsNaming(db, enrolmentId);
	return rows
		.filter(({ kind }) => OWN.has(kind))
		.map(({ id, kind, title, number, dated }) => ({
			...{ id, kind, title, number, dated },
			extract: !WHOLE.has(kind),
			path: `/api/enrolments/${enrolmentId}/papers/${id}`
		}));
}

export async function readOwnPaper({ db, actor }: Reader, enrolmentId: string, documentId: string) {
	await enterOwn({ db, actor }, enrolmentId);
	const found = await documentNaming(db, enrolmentId, documentId);
	if (!found || !OWN.has(found.kind)) return missing('document');

	const { kind, title, number, pdf, paper, list, row } = found;
	const name = [title, number && `№ ${number}`];
	if (WHOLE.has(kind)) return { name: fileName(name, 'pdf'), mime: 'application/pdf', bytes: pdf };
	return printPaper(extractFor(paper, { list, row }), ['Выписка.', ...name], 'pdf');
}

async function enterOwn({ db, actor }: Pick<Reader, 'db' | 'actor'>, enrolmentId: string): Promise<void> {
	if (!(await findOwnEnrolment(db, enrolmentId, actor.personId))) missing('enrolment');
}
