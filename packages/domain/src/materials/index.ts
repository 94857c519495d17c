export { fileAddress, isBankFile } from './address.ts';
export { readCaptions, transcriptOf, type CaptionFault, type Cue } from './captions.ts';
export { CAPTIONS_MIME, MATERIAL_KINDS, misfit, type MaterialKind } from './kinds.ts';
