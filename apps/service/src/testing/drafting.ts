import {
	beginProgrammeDraft,
	downloadDraftFile,
	getProgrammeDraft,
	saveDraftPart
} from '@stazhirovka/contract/authoring';
import { createWorld } from './world.ts';

/** A leader who writes programmes in drafts. */
export async function openDrafting() {
	const world = await createWorld();
	const leader = await world.as(world.leader);
	const siteId = world.site.id;
	let keys = 0;
	return {
		world,
		leader,
		siteId,
		async begin(title = 'Новая программа') {
			const body = { from: 'nothing' as const, siteId, key: `draft-${++keys}`, title };
			return (await leader.must(beginProgrammeDraft, { body })).id;
		},
		draftAt: (id: string) => leader.must(getProgrammeDraft, { params: { id } }),
		save: (id: string, part: string, base: number, value: unknown, by = leader) =>
			by.call(saveDraftPart, { params: { id, part }, body: { base, value } }),
		fileOf: async (id: string) =>
			(await leader.inject({ url: `/api${downloadDraftFile.url.replace(':id', id)}` })).body
	};
}
