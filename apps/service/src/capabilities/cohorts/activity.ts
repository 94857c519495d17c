import type { Activity } from '@stazhirovka/contract/cohorts';
import { activityKit, isPlayable } from '@stazhirovka/domain/cohorts';
import { fileAddress } from '@stazhirovka/domain/materials';
import type { ProgrammeActivity, ProgrammeVideo } from '@stazhirovka/domain/programmes';
import type { Ctx } from '../../shell/context.ts';
import { loadProgramme } from '../programmes/index.ts';
import { enterEnrolment } from './access.ts';
import { findActivity, formsOf, toMaterial } from './first-module.ts';
import { cardsOf, type CardRow } from './run-sheet-queries.ts';

/** One activity with everything that belongs to it, for the intern and the intern's tutor. */
export async function readActivity(
	{ db, actor }: Pick<Ctx, 'db' | 'actor'>,
	{ id, key }: { id: string; key: string }
): Promise<Activity> {
	const { cohortId, programmeVersionId } = await enterEnrolment(db, actor, id, 'intern', 'tutor');
	const programme = await loadProgramme(db, programmeVersionId);
	const { activity, beside } = findActivity(programme.document, key);
	const kit = activityKit(programme.document, activity);
	const cards = await cardsOf(db, { cohortId, enrolmentIds: [id], withAnswer: '' });

	const forms = formsOf(programme, activity);
	const perVideo = forms.find((form) => form.perVideo);
	return {
		key,
		n: activity.n,
		title: activity.title,
		minutes: activity.minutes,
		kind: activity.kind,
		materials: kit.materials.map(toMaterial),
		exercises: kit.exercises.map(({ key, title, how, time }) => ({
			key,
			title,
			how: how ?? null,
			time: time ?? null
		})),
		videos: kit.videos.map((video) => ({
			key: video.key,
			n: video.n,
			title: video.title,
			lookFor: video.look_for,
			duration: video.duration ?? null,
			available: isPlayable(video),
			...playable(video),
			filled: cards.some((card) => card.key === perVideo?.key && card.occasion === video.key && isIn(card))
		})),
		forms: forms.map((form) => ({
			...form,
			submitted: cards.some(
				(card) => card.key === form.key && (card.enrolmentId === null) === form.group && isIn(card)
			)
		})),
		...neighbours(beside, activity)
	};
}

function neighbours(activities: ProgrammeActivity[], activity: ProgrammeActivity) {
	const place = activities.indexOf(activity);
	const named = (other: ProgrammeActivity | undefined) =>
		other ? { key: other.key, n: other.n, title: other.title } : null;
	return { previous: named(activities[place - 1]), next: named(activities[place + 1]) };
}

function playable(video: ProgrammeVideo) {
	if (!isPlayable(video)) return { fileUrl: null, captionsUrl: null, transcript: null };
	const { file, captions, transcript = null } = video;
	return { fileUrl: fileAddress(file), captionsUrl: fileAddress(captions), transcript };
}

/** A card of the group is never handed in: it is there once somebody has saved it. */
function isIn({ enrolmentId, submittedAt }: CardRow): boolean {
	return enrolmentId === null || submittedAt !== null;
}
