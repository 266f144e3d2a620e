import { documentOperation } from '../documentOperation';
import { identityCardCatalogue } from './catalogue';

export const operations = identityCardCatalogue.map(documentOperation);
