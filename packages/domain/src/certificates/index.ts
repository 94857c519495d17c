export { decideBatch, type BatchRefusal, type BatchState } from './batch.ts';
export { completion, type Completion } from './completion.ts';
export {
	chooseKind,
	documentKind,
	kindWarnings,
	type IssueFacts,
	type KindRefusal,
	type KindWarning
} from './document-kind.ts';
export { fullName, shortName, type PersonName } from './names.ts';
export { registrationNumber } from './number.ts';
export { academicHours, dayOfYear, inWords, longDate, passed, plural } from './russian.ts';
export { isSameSurname } from './surname.ts';
export {
	certificateStatus,
	decideCertificate,
	DUPLICATE_CAUSES,
	possibleActions,
	type CertificateAction,
	type CertificateFacts,
	type CertificateStatus,
	type DuplicateCause,
	type Succession,
	type SuccessionRefusal
} from './succession.ts';
