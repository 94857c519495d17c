export { choiceFaults, NO_CHOICE, shownOf, type Available, type PassportChoice } from './choice.ts';
export {
	LICENCES,
	licenceFaults,
	linkFaults,
	PRODUCT_KINDS,
	PUBLIC_DOCUMENTS,
	type Licence,
	type ProductKind
} from './kinds.ts';
