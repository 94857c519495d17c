export { choiceFaults, NO_CHOICE, shownOf, type Available, type PassportChoice } from './choice.ts';
export { linkFaults, PRODUCT_KINDS, PUBLIC_DOCUMENTS, type ProductKind } from './kinds.ts';
