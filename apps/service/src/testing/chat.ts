import * as contract from '@stazhirovka/contract/chat';
import type { Room } from '@stazhirovka/domain/chat';
import { randomUUID } from 'node:crypto';
import type { Visitor } from './visitor.ts';

/** Of a room as it is fetched, what events change. */
export function stateOf(view: contract.Room): Room {
	const { seq, messages, members, pinned, closed, slowSeconds, silences, conference } = view;
	return { seq, messages, members, pinned, closed, slowSeconds, silences, conference };
}

/** What people do in one room, over HTTP. */
export function talkIn(id: string) {
	const act = (who: Visitor, action: contract.RoomAction, clientId: string = randomUUID()) =>
		who.call(contract.actInRoom, { params: { id }, body: { clientId, action } });
	const post = (who: Visitor, text: string, change: Partial<contract.NewMessage> = {}) =>
		who.call(contract.postMessage, { params: { id }, body: { clientId: randomUUID(), text, ...change } });

	return {
		act,
		post,
		/** Done, with the place of the event. */
		done: async (who: Visitor, action: contract.RoomAction) => placeOf(await act(who, action)),
		/** Said, with the place of the message. */
		say: async (who: Visitor, text: string, change: Partial<contract.NewMessage> = {}) =>
			placeOf(await post(who, text, change)),
		open: (who: Visitor) => who.must(contract.getRoom, { params: { id } }),
		message: (who: Visitor, seq: number) => who.must(contract.getMessage, { params: { id, seq } }),
		events: (who: Visitor, after: number) =>
			who.must(contract.listRoomEvents, { params: { id }, querystring: { after } })
	};
}

type Answer = { ok: true; value: { seq: number } } | { ok: false; refusal: unknown };

function placeOf(answer: Answer): number {
	if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
	return answer.value.seq;
}
