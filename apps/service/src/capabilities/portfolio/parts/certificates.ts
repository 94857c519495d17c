import { certificateStatus, longDate } from '@stazhirovka/domain/certificates';
import { pathName } from '../page.ts';
import type { Gatherer } from '../part.ts';

const STATUSES = { valid: 'действителен', revoked: 'аннулирован', replaced: 'заменён другим' };

/** Issued documents, each as it was issued and with what the register says of it today. */
export const gatherCertificates: Gatherer = async ({ certificates, folder }) => ({
	title: 'Документы',
	entries: certificates.map((certificate) => {
		const { id, number, snapshot, issuedOn } = certificate;
		const status = STATUSES[certificateStatus(certificate)];
		return {
			title: `${snapshot.documentTitle} № ${number} от ${longDate(issuedOn)} (${status})`,
			path: `${folder}/Документы/${pathName(number)}.pdf`,
			certificate: id
		};
	})
});
