import { getExperienceDesk, publishExperience } from '@stazhirovka/contract/experience';
import {
	getPassportDesk,
	publishNews,
	publishPassport,
	publishProduct,
	savePassport
} from '@stazhirovka/contract/passports';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnSite = RequestEvent<{ id: string }>;

export async function load({ locals, params, url }) {
	const [desk, experience] = await Promise.all([
		locals.call(getPassportDesk, { params }),
		locals.call(getExperienceDesk, { params })
	]);
	return {
		desk: orError(desk),
		experience: orError(experience),
		done: url.searchParams.get('done')
	};
}

export const actions = {
	async save({ locals, params, request }: OnSite) {
		const data = await request.formData();
		const all = (name: string) => data.getAll(name).map(String);
		const typed = {
			about: textOf(data, 'about'),
			...{ staff: all('staff'), documents: all('documents'), agreements: all('agreements') },
			plan: data.get('plan') === 'on'
		};
		const body = { ...typed, revision: Number(textOf(data, 'revision')) };
		const answer = await locals.call(savePassport, { params, body });
		return answer.ok ? lead(params.id, 'saved') : orFail(answer.refusal, { typed });
	},

	async publish({ locals, params, request }: OnSite) {
		const body = { revision: Number(textOf(await request.formData(), 'revision')) };
		const answer = await locals.call(publishPassport, { params, body });
		return answer.ok ? lead(params.id, 'published') : orFail(answer.refusal, { typed: undefined });
	},

	async news({ locals, params, request }: OnSite) {
		const { item, ...body } = read(await request.formData());
		const answer = await locals.call(publishNews, { params: { ...params, item }, body });
		return answer.ok ? lead(params.id, told(body)) : orFail(answer.refusal, { typed: undefined });
	},

	async product({ locals, params, request }: OnSite) {
		const { item, ...body } = read(await request.formData());
		const answer = await locals.call(publishProduct, { params: { ...params, item }, body });
		return answer.ok ? lead(params.id, told(body)) : orFail(answer.refusal, { typed: undefined });
	},

	async experience({ locals, params, request }: OnSite) {
		const { item, ...body } = read(await request.formData());
		const answer = await locals.call(publishExperience, { params: { ...params, item }, body });
		// What is missing is told beside its fields.
		if (!answer.ok && answer.refusal.code === 'experience.incomplete')
			redirect(303, `/leader/sites/${params.id}/passport/experience/${item}?lacks`);
		return answer.ok ? lead(params.id, told(body)) : orFail(answer.refusal, { typed: undefined });
	}
};

function read(data: FormData) {
	const revision = Number(textOf(data, 'revision'));
	return { item: textOf(data, 'item'), revision, published: data.get('published') === 'on' };
}

function told({ published }: { published: boolean }): string {
	return published ? 'shown' : 'hidden';
}

/** What was done stands in the address, so that a reload does nothing again. */
function lead(id: string, done: string): never {
	redirect(303, `/leader/sites/${id}/passport?done=${done}`);
}
