import * as agreements from '@stazhirovka/contract/agreements';
import * as certificates from '@stazhirovka/contract/certificates';
import * as consents from '@stazhirovka/contract/consents';
import type { Endpoint } from '@stazhirovka/contract/endpoint';
import * as orders from '@stazhirovka/contract/orders';
import { documentTemplates } from '@stazhirovka/db/seeds';
import { consentText } from '../accounts/index.ts';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

/** Where people issue what a template describes; of certificates the nominative is the recommended one (X14). */
const DOORS: Record<string, { issued: Endpoint; kind?: string }> = {
	certificate_nom: { issued: certificates.issueCertificate },
	certificate_dat: { issued: certificates.issueCertificateInDative },
	udostoverenie_pk: { issued: certificates.issueCertificate },
	spravka: { issued: orders.issueOrder, kind: 'spravka' },
	order_enrol: { issued: orders.issueOrder, kind: 'order_enrol' },
	order_finish: { issued: orders.issueOrder, kind: 'order_finish' },
	protocol: { issued: orders.issueOrder, kind: 'protocol' },
	agreement_network: { issued: agreements.prepareAgreement, kind: 'agreement_network' },
	agreement_operator: { issued: agreements.prepareAgreement, kind: 'agreement_operator' },
	consent_pd: { issued: consents.printConsent, kind: 'processing' },
	consent_publication: { issued: consents.printConsent, kind: 'publication' }
};

test('R158: every template of documents has a door at which it is issued', async () => {
	const openapi = await (await world.as(world.leader)).inject({ url: '/api/openapi.json' });
	const { paths } = openapi.json() as { paths: Record<string, Record<string, unknown>> };

	expect(documentTemplates.length).toBe(11);
	for (const { key } of documentTemplates) {
		const door = DOORS[key];
		expect(door, key).toBeDefined();
		const path = `/api${door!.issued.url.replace(/:(\w+)/g, '{$1}')}`;
		expect(paths[path]?.[door!.issued.method.toLowerCase()], `${key}: ${path}`).toBeDefined();
	}
});

test('R158: of a template with several kinds the door knows the kind', () => {
	const kinds = [
		...orders.OrderKind.options,
		...agreements.PreparedAgreement.shape.kind.options,
		...consents.PAPER_CONSENTS
	];
	const asked = Object.values(DOORS).flatMap(({ kind }) => (kind ? [kind] : []));

	expect(asked.filter((kind) => !(kinds as string[]).includes(kind))).toEqual([]);
	for (const kind of consents.PAPER_CONSENTS) expect(consentText(kind)?.kind).toBe(kind);
});
