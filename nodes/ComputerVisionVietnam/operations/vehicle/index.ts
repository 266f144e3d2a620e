import { documentOperation } from '../documentOperation';
import { vehicleCatalogue } from './catalogue';

export const operations = vehicleCatalogue.map(documentOperation);
