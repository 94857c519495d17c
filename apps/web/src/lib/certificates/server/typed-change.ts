import { replaceCertificate, revokeCertificate } from '@stazhirovka/contract/certificates';
import { textOf } from '#lib/server/form-text.ts';

export type TypedChange = { id: string; as: string; cause: string; reason: string };

export function typedChange(form: FormData): TypedChange {
	const of = (name: string) => textOf(form, name);
	return { id: of('document'), as: of('as'), cause: of('cause'), reason: of('reason') };
}

/** Revokes the document, or issues another in its place; what was not chosen is for the service to refuse. */
export function sendChange(call: App.Locals['call'], { id, as, cause, reason }: TypedChange) {
	const params = { id };
	if (as === 'revoke') return call(revokeCertificate, { params, body: { reason } });
	const body =
		as === 'duplicate'
			? { as: 'duplicate' as const, cause: cause as 'loss' }
			: { as: as as 'correction', reason };
	return call(replaceCertificate, { params, body });
}
