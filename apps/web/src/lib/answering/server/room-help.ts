import { listOpenQuestions, listQuickReplies, listRoomAway } from '@stazhirovka/contract/answering';

/** What stands beside a room: who else of the staff is away, and, for those who answer, what waits in it and their
 * own templates. */
export async function roomHelp({ call, actor }: Pick<App.Locals, 'call' | 'actor'>, roomId: string) {
	const [away, questions, replies] = await Promise.all([
		call(listRoomAway, { params: { id: roomId } }),
		actor?.homes.tutor ? call(listOpenQuestions, {}) : null,
		actor?.homes.tutor ? call(listQuickReplies, {}) : null
	]);
	return {
		away: away.ok ? away.value.filter(({ person }) => person.id !== actor?.person.id) : [],
		questions: questions?.ok ? questions.value.filter((question) => question.roomId === roomId) : [],
		replies: replies?.ok ? replies.value : []
	};
}
