package oriel.mail;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FolderTest {

    private static Folder folder(String path, String name, int depth) {
        return new Folder(new FolderPath(path), name, depth, SpecialUse.NONE, true, true);
    }

    @Test
    void knowsWhatItLiesIn() {
        assertThat(folder("Projects.Oriel", "Oriel", 1).parent()).contains(new FolderPath("Projects"));
        assertThat(folder("Projects", "Projects", 0).parent()).isEmpty();
    }

    @Test
    void knowsInWhichFoldersItLiesHoweverDeep() {
        Folder design = folder("Projects/Oriel/Design", "Design", 2);

        assertThat(design.isWithin(new FolderPath("Projects"))).isTrue();
        assertThat(design.isWithin(new FolderPath("Projects/Oriel"))).isTrue();
        assertThat(design.isWithin(design.path())).isTrue();
        assertThat(design.isWithin(new FolderPath("Project"))).isFalse();
        assertThat(folder("Projects.Oriel", "Projects.Oriel", 0).isWithin(new FolderPath("Projects")))
                .isFalse();
    }
}
