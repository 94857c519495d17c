import type { CohortDraftRound, DraftReading, MyDraftRound } from '@stazhirovka/contract/draft-rounds';
import { localDay } from '@stazhirovka/domain/calendar';
import { decideComment, decideShowing, DRAFT_SHEET, roundState } from '@stazhirovka/domain/draft-rounds';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort, enterEnrolment, toPerson } from '../cohorts/index.ts';
import { readSheet, sheetOf } from '../forms/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { enterReading } from './access.ts';
import { isBare } from './bare.ts';
import { draftName, readerName } from './names.ts';
import { draftsOfCohort, isPublished } from './queries.ts';
import * as store from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The intern's part in the draft round: the own draft with its comments, and what is to be read. */
export async function readMyDraftRound(
	{ db, actor, now }: Reading,
	enrolmentId: string
): Promise<MyDraftRound> {
	const { id, cohortId, ...intern } = await enterEnrolment(db, actor, enrolmentId, 'intern');
	const programme = await loadProgramme(db, intern.programmeVersionId);
	const [round, draft, readings, published] = await Promise.all([
		store.findRound(db, cohortId),
		store.findDraftOf(db, id),
		store.readingsBy(db, id),
		isPublished(db, id)
	]);
	const state = roundState(round, now());
	const sheet = sheetOf(programme, 'final_work', { cohortId, enrolmentId: id });
	const { answer } = await readSheet(db, sheet, { save: false, submit: false });
	const empty = isBare(answer as Answer);
	const showing = decideShowing({ state, published, shown: draft !== undefined, empty });

	return {
		state,
		lastDay: round?.lastDay ?? null,
		shown: draft ? toShown(programme, draft, await store.readingsOf(db, [draft.id])) : null,
		readings: readings
			.filter(({ reading }) => reading.sentAt !== null || (state === 'open' && now() < reading.dueAt))
			.map(({ reading, title }) => ({
				...{ id: reading.id, draft: draftName(reading.draftId), title },
				dueAt: reading.dueAt.toISOString(),
				sentAt: reading.sentAt?.toISOString() ?? null
			})),
		reason: showing.ok ? null : showing.refusal.code,
		can: { show: showing.ok }
	};
}

/** A draft of somebody else beside the comment on it. */
export async function readDraft(reader: Reading, id: string): Promise<DraftReading> {
	const { reading, draft, cohort, state } = await enterReading(reader.db, reader, id);
	const programme = await loadProgramme(reader.db, cohort.programmeVersionId);
	const open = decideComment({ ...reading, state }, reader.now()).ok;

	return {
		id,
		draft: {
			...{ name: draftName(draft.id), title: draft.title, definition: definitionOf(programme) },
			answer: draft.answer as DraftReading['draft']['answer']
		},
		sheet: {
			definition: DRAFT_SHEET,
			answer: reading.answer as DraftReading['sheet']['answer'],
			revision: reading.revision,
			savedAt: reading.savedAt?.toISOString() ?? null,
			submittedAt: reading.sentAt?.toISOString() ?? null,
			can: { save: open, submit: open }
		},
		dueAt: reading.dueAt.toISOString(),
		sentAt: reading.sentAt?.toISOString() ?? null,
		can: { send: open }
	};
}

/** The round as those see it who run or lead the cohort: who reads whom, not what was written. */
export async function readDraftRound(
	{ db, actor, now }: Reading,
	cohortId: string
): Promise<CohortDraftRound> {
	const { timeZone, announcedAt } = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const [round, drafts] = await Promise.all([store.findRound(db, cohortId), draftsOfCohort(db, cohortId)]);
	const ids = drafts.map(({ draft }) => draft.id);
	const readings = await store.readingsOf(db, ids);
	const people = new Map(drafts.map(({ draft, person }) => [draft.enrolmentId, toPerson(person)]));

	return {
		cohortId,
		state: roundState(round, now()),
		lastDay: round?.lastDay ?? null,
		today: localDay(now(), timeZone),
		drafts: drafts.map(({ draft, person }) => ({
			...{ id: draft.id, author: toPerson(person), title: draft.title },
			shownAt: draft.shownAt.toISOString(),
			readers: readings.flatMap(({ draftId, readerId, sentAt, lapsedAt, dueAt }) => {
				const reader = people.get(readerId);
				if (draftId !== draft.id || !reader) return [];
				const state = sentAt ? ('sent' as const) : lapsedAt ? ('lapsed' as const) : ('open' as const);
				return [{ person: reader, state, dueAt: dueAt.toISOString() }];
			})
		})),
		can: { open: announcedAt === null }
	};
}

function definitionOf({ forms }: FrozenProgramme): FormDefinition {
	return (forms.get('final_work') ?? missing('form')).definition;
}

function toShown(
	programme: FrozenProgramme,
	draft: store.DraftRow,
	readings: store.ReadingRow[]
): MyDraftRound['shown'] {
	return {
		...{ title: draft.title, shownAt: draft.shownAt.toISOString(), definition: definitionOf(programme) },
		answer: draft.answer as NonNullable<MyDraftRound['shown']>['answer'],
		readers: readings.filter(({ lapsedAt }) => lapsedAt === null).length,
		comments: readings.flatMap((reading) => {
			const { seen, led, advice } = reading.answer;
			return reading.sentAt
				? [
						{
							...{
								reader: readerName(reading),
								seen: String(seen),
								led: String(led),
								advice: String(advice)
							},
							sentAt: reading.sentAt.toISOString()
						}
					]
				: [];
		})
	};
}
