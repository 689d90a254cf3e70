// The texts of the folders' pane.

import { texts } from '../ui/elements.js';

export const folderText = texts(document.getElementById('folder-texts').dataset);
