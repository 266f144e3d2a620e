import { documentOperation } from '../documentOperation';
import { documentCatalogue } from './catalogue';

export const operations = documentCatalogue.map(documentOperation);
