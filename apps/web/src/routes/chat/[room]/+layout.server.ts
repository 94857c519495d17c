import { roomHelp } from '#lib/answering/server/room-help.ts';

export async function load({ locals, params }) {
	return { help: await roomHelp(locals, params.room) };
}
