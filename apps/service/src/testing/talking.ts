import { talkIn } from './chat.ts';
import { openGroup } from './group.ts';

/** The group room of a cohort, with its tutor, an intern and another one in it. */
export async function openTalk() {
	const group = await openGroup();
	const id = group.groupRoomId;
	const [tutor, intern, other] = await Promise.all([
		group.as(group.tutor),
		group.as(group.interns[0] ?? null),
		group.as(group.interns[1] ?? null)
	]);
	return { group, id, talk: talkIn(id), tutor, intern, other };
}
