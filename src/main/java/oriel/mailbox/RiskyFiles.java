package oriel.mailbox;

import java.util.Locale;
import java.util.Set;

/** Files that run, or make a program run, what their sender wrote; by the ends of their names, as systems open them. */
public final class RiskyFiles {

    private static final Set<String> ENDINGS = Set.of(
            ("ade adp apk app appinstaller application appref-ms appx appxbundle bat bin cab chm cmd com command cpl crx"
                            + " csh deb desktop diagcab dll dmg docm dotm dylib exe fxp gadget hta htm html img inf ins iso"
                            + " isp jar jnlp js jse ksh library-ms lnk mad maf mag mam maq mar mas mat mau mav maw mda mdb mde"
                            + " mdt mdw mdz mht mhtml msc msh msi msix msixbundle msp mst ocx one onepkg ops osd pcd pif pkg"
                            + " potm ppam ppsm pptm prf prg ps1 ps1xml ps2 psc1 psm1 py pyc pyw pyz rdp reg rpm scf scr sct"
                            + " search-ms settingcontent-ms sh shb shs shtml sldm slk so svg svgz sys terminal theme"
                            + " themepack tmp url vb vbe vbp vbs vhd vhdx vsix wasm webpnp website ws wsc wsf wsh xbap xhtml"
                            + " xht xlam xll xlsb xlsm xltm xml xnk xpi xsl xslt zsh")
                    .split(" "));

    private RiskyFiles() {}

    /** Whether a file of this name can do harm when it is opened. */
    public static boolean isRisky(String name) {
        // Windows passes over dots and spaces at the end of a name.
        String bare = name.replaceAll("[\\s.]+$", "");
        int dot = bare.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(bare.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
