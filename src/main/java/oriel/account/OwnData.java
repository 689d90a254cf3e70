package oriel.account;

import java.nio.file.Path;

/**
 * Where what people keep with Oriel alone lies, because their mail servers don't keep it; never deleted by Oriel.
 *
 * @param folder made when there is something to keep
 */
public record OwnData(Path folder) {}
