import { beginProgrammeDraft, listMasters, listProgrammeDrafts } from '@stazhirovka/contract/authoring';
import type { Input } from '@stazhirovka/contract/endpoint';
import { listProgrammeVersions } from '@stazhirovka/contract/programmes';
import { fail, redirect } from '@sveltejs/kit';
import { newestPublished } from '#lib/programme-drafts/listed.ts';
import { slugOf } from '#lib/programme-drafts/server/slug.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';
import { readJsonFile } from '#lib/server/json-file.ts';

type Beginning = Input<typeof beginProgrammeDraft>['body'];

export async function load({ locals }) {
	signedIn(locals.actor);
	const [drafts, masters, versions] = await Promise.all([
		locals.call(listProgrammeDrafts, {}),
		locals.call(listMasters, {}),
		locals.call(listProgrammeVersions, {})
	]);
	return {
		sites: orError(drafts).sites,
		masters: orError(masters),
		published: newestPublished(orError(versions))
	};
}

export const actions = {
	async nothing({ locals, request }) {
		const data = await request.formData();
		return begun(locals, { from: 'nothing', siteId: textOf(data, 'site'), ...identityIn(data) });
	},

	async copy({ locals, request }) {
		const data = await request.formData();
		const [siteId, versionId] = [textOf(data, 'site'), textOf(data, 'version')];
		return begun(locals, { from: 'copy', siteId, versionId, ...identityIn(data) });
	},

	async import({ locals, request }) {
		const data = await request.formData();
		const { document, fault } = await readJsonFile(data, 'file');
		if (fault) return fail(400, fault);

		const key = textOf(data, 'key').trim() || undefined;
		return begun(locals, { from: 'file', siteId: textOf(data, 'site'), document, key });
	},

	async master({ locals, request }) {
		const data = await request.formData();
		const [versionId, key] = [textOf(data, 'version'), textOf(data, 'key').trim()];
		return begun(locals, { from: 'master', siteId: textOf(data, 'site'), versionId, key });
	}
};

/** What a new programme is called, and by what it is found in addresses. */
function identityIn(data: FormData): { title: string; key: string } {
	const [title, given] = [textOf(data, 'title').trim(), textOf(data, 'key').trim()];
	return { title, key: given || slugOf(title) || 'programma' };
}

async function begun(locals: App.Locals, body: Beginning) {
	const answer = await locals.call(beginProgrammeDraft, { body });
	if (!answer.ok) return orFail(answer.refusal);
	redirect(303, `/leader/programmes/drafts/${answer.value.id}`);
}
