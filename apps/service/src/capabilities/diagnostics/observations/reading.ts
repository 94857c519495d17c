import type { ObservationSheet, Viewpoints } from '@stazhirovka/contract/diagnostics';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { OBSERVATION } from '@stazhirovka/domain/diagnostics';
import type { Ctx, Deps } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { findCard } from '../store.ts';
import { hasRepeated, observedIntern, peopleNamed } from './queries.ts';
import { findByToken, observationsOf } from './store.ts';
import { toInvitations, toRows } from './view.ts';

/** Test, self-assessment and observations side by side, for the intern and the tutor: the figures stay apart (R90). */
export async function readViewpoints(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	id: string
): Promise<Viewpoints> {
	const enrolment = await enterEnrolment(db, actor, id, 'intern', 'tutor');
	const [programme, card, observations, repeated] = await Promise.all([
		loadProgramme(db, enrolment.programmeVersionId),
		findCard(db, enrolment.id),
		observationsOf(db, enrolment.id),
		hasRepeated(db, enrolment.id)
	]);
	const names = await peopleNamed(db, [
		enrolment.personId,
		...observations.map(({ invitedBy }) => invitedBy)
	]);
	const nameOf = (personId: string) => {
		const name = names.find((one) => one.id === personId) ?? missing('enrolment');
		return { id: name.id, fullName: fullName(name), shortName: shortName(name) };
	};
	const open = observations.filter(({ givenAt, expiresAt }) => givenAt || expiresAt > now());
	const { columns } = programme.document.forms['deficit_card'] ?? {};

	return {
		intern: nameOf(enrolment.personId),
		rows: toRows(programme, card ?? null, observations),
		observations: observations.flatMap(({ id: own, author, position, note, givenAt }) =>
			givenAt
				? [
						{
							id: own,
							author: author ?? '',
							position: position ?? '',
							note: note ?? '',
							givenAt: givenAt.toISOString()
						}
					]
				: []
		),
		invitations: toInvitations(observations, nameOf, now()),
		printed: Array.isArray(columns) && columns.some(({ key }) => key === 'observation'),
		repeated,
		can: { invite: enrolment.state === 'confirmed' && open.length < OBSERVATION.most }
	};
}

/** What an observer is asked, and who will read it. */
export async function readObservationSheet(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	token: string
): Promise<ObservationSheet> {
	const row = (await findByToken(db, token, now())) ?? missing('observation');
	const intern = (await observedIntern(db, row.enrolmentId)) ?? missing('observation');
	if (intern.state !== 'confirmed' && !row.givenAt) missing('observation');
	const { document } = await loadProgramme(db, intern.programmeVersionId);
	const [tutor] = await peopleNamed(db, intern.tutorId ? [intern.tutorId] : []);

	return {
		intern: fullName(intern.person),
		programme: document.title,
		site: intern.site,
		tutor: tutor ? fullName(tutor) : null,
		deficits: document.deficits.map(({ key, title, deficit, target }) => ({
			key,
			title,
			text: deficit,
			target
		})),
		levels: document.diagnostic.scoring.levels.map(({ key, label }) => ({ key, label })),
		until: row.expiresAt.toISOString(),
		given: row.givenAt !== null
	};
}
