import {
	addTraining,
	endAppointment,
	getSitePerson,
	recordStaffConsent,
	withdrawStaffConsent
} from '@stazhirovka/contract/staff';
import { orError, orFail } from '#lib/server/answer.ts';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, params }) {
	return { person: orError(await locals.call(getSitePerson, { params: { id: params.person } })) };
}

const NOTHING = { typed: undefined, done: undefined };

export const actions = {
	async end({ locals, params, request }) {
		const data = await request.formData();
		const body = { lastDay: textOf(data, 'lastDay'), reason: textOf(data, 'reason') };
		const answer = await locals.call(endAppointment, { params: { id: params.person }, body });
		return answer.ok ? done() : orFail(answer.refusal, NOTHING);
	},

	async consent({ locals, params, request }) {
		const data = await request.formData();
		const scan = data.get('scan');
		const sent =
			scan instanceof File && scan.size ? await locals.sendFile(scan, { siteId: params.id }) : null;
		if (sent && !sent.ok) return orFail(sent.refusal, NOTHING);

		const body = { signedOn: textOf(data, 'signedOn'), fileId: sent?.value.id ?? null };
		const answer = await locals.call(recordStaffConsent, { params: { id: params.person }, body });
		return answer.ok ? done() : orFail(answer.refusal, NOTHING);
	},

	async withdraw({ locals, params }) {
		const answer = await locals.call(withdrawStaffConsent, { params: { id: params.person } });
		return answer.ok ? done() : orFail(answer.refusal, NOTHING);
	},

	async train({ locals, params, request }) {
		const data = await request.formData();
		const said = (name: string) => textOf(data, name).trim();
		const typed = {
			...{ title: said('title'), provider: said('provider'), hours: numberOf(data, 'hours') },
			...{ from: said('from'), lastDay: said('to'), document: said('document') }
		};
		const answer = await locals.call(addTraining, { params: { id: params.person }, body: typed });
		return answer.ok ? done() : orFail(answer.refusal, { ...NOTHING, typed });
	}
};

function done() {
	return { ...NOTHING, done: 'saved', problem: undefined, details: undefined };
}
