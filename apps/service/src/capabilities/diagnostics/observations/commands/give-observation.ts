import { fullName } from '@stazhirovka/domain/certificates';
import { checkObservation, type Observed } from '@stazhirovka/domain/diagnostics';
import { privacyWarnings } from '@stazhirovka/domain/forms';
import type { Deps } from '../../../../shell/context.ts';
import { faulty, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import { given } from '../letters.ts';
import { observedIntern, peopleNamed } from '../queries.ts';
import * as store from '../store.ts';

export type Observation = {
	token: string;
	author: string;
	position: string;
	rows: Record<string, { level: string | null; example: string }>;
	note: string;
	confirmedPrivacy: boolean;
};

/** Whoever holds the link says once what was seen. It is kept apart: no level of the card changes by it. */
export async function giveObservation(
	{ db, now, origin }: Pick<Deps, 'db' | 'now' | 'origin'>,
	{ token, author, position, rows, note, confirmedPrivacy }: Observation
): Promise<void> {
	await db.transaction(async (tx) => {
		const row = (await store.findByToken(tx, token, now())) ?? missing('observation');
		const intern = (await observedIntern(tx, row.enrolmentId)) ?? missing('observation');
		if (intern.state !== 'confirmed') missing('observation');
		const { document } = await loadProgramme(tx, intern.programmeVersionId);
		const deficits = document.deficits.map(({ key }) => key);

		const checked = checkObservation(deficits, rows);
		const answer = checked.ok
			? checked.value
			: faulty(checked.refusal.code, { faults: checked.refusal.details.faults });
		if (!confirmedPrivacy) guardPupils(answer, note);

		await store.keep(tx, row.id, { author, position, answer, note, givenAt: now() });
		const subject = { id: intern.id, cohortId: intern.cohortId };
		await record(tx, { actor: null, now }, 'observation.given', subject, { author, position });

		const [inviter] = await peopleNamed(tx, [row.invitedBy]);
		if (!inviter) return;
		const place = inviter.id === intern.tutorId ? `tutor/interns/${intern.id}` : `my/${intern.id}`;
		const facts = { email: inviter.email, intern: fullName(intern.person) };
		await post(tx, given({ ...facts, link: `${origin}/${place}/deficit-card` }), now());
	});
}

/** Stops at what looks like a pupil's name or diagnosis until the observer has looked and confirmed (R166). */
function guardPupils(answer: Observed, note: string): void {
	const texts = [
		...Object.entries(answer).map(([path, { example }]) => [path, example] as const),
		['note', note] as const
	];
	const warnings = texts.flatMap(([path, words]) =>
		privacyWarnings(words).map((warning) => ({ path, ...warning }))
	);
	if (warnings.length) faulty('form.privacy', { warnings });
}
