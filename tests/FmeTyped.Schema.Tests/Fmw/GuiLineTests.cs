using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading.Fmw;

namespace FmeTyped.Schema.Tests.Fmw;

public class GuiLineTests
{
    [Theory]
    [InlineData("GUI TEXT Name Enter a name:", "", "Enter a name:")]
    [InlineData("GUI DIRNAME Folder \"Quoted\" folder", "", "\"Quoted\" folder")]
    [InlineData("GUI STRING_OR_CHOICE Key DLV%TST Database (DLV|TST):", "DLV%TST", "Database (DLV|TST):")]
    [InlineData("GUI FLOAT_OR_CHOICE Scale 0.5%1 Scale of (it)", "0.5%1", "Scale of (it)")]
    [InlineData("GUI CHOICE Area \"Mount Pleasant\"%Fairview Which area", "\"Mount Pleasant\"%Fairview", "Which area")]
    [InlineData("GUI CHOICE Area \"a \\\" b\"%c Which", "\"a \\\" b\"%c", "Which")]
    [InlineData("GUI CHOICE Flag TRUE%FALSE\n Whether to go", "TRUE%FALSE", "Whether to go")]
    [InlineData("GUI ATTR Label \" \" Pick one", "\" \"", "Pick one")]
    [InlineData("GUI ATTR Label \"\" Pick one", "\"\"", "Pick one")]
    [InlineData("GUI MULTIFILE In All_files|*.* Source:", "All_files|*.*", "Source:")]
    [InlineData("GUI MULTIFILE In \"\" Source (a|b):", "\"\"", "Source (a|b):")]
    [InlineData("GUI FILENAME In *.* Source (a|b):", "*.*", "Source (a|b):")]
    [InlineData("GUI FILENAME In All|*.* Source (a|b):", "All|*.*", "Source (a|b):")]
    [InlineData("GUI MULTIFILE In SQLite Database Files(*.db)|*.db|All files|* Source:", "SQLite Database Files(*.db)|*.db|All files|*", "Source:")]
    [InlineData("GUI MULTIFILE In A_B(*.a)|*.a|C D(*.c)|*.c Source:", "A_B(*.a)|*.a|C D(*.c)|*.c", "Source:")]
    [InlineData("GUI RANGE_SLIDER Size \"RANGE:(0,51)%PRECISION:0\" Size (1-50):", "\"RANGE:(0,51)%PRECISION:0\"", "Size (1-50):")]
    [InlineData("GUI DATE Day {} Date of service", "{}", "Date of service")]
    [InlineData("GUI COLOR_PICK_OR_ATTR Fill Colour", "", "Colour")]
    [InlineData("GUI COLOR Fill COLOR_SPEC%RGBAF%COLOR_VALUE_FORMAT%rgb() Colour", "COLOR_SPEC%RGBAF%COLOR_VALUE_FORMAT%rgb()", "Colour")]
    [InlineData("GUI COLOR Fill \"COLOR_SPEC%RGB\" Colour of it", "\"COLOR_SPEC%RGB\"", "Colour of it")]
    [InlineData("GUI COLOR Fill Colour of it", "", "Colour of it")]
    [InlineData("GUI COLOR Fill", "", "")]
    [InlineData("GUI ACTIVECHOICE Mode Fast,DEPTH%Deep Which mode", "Fast,DEPTH%Deep", "Which mode")]
    [InlineData("GUI ACTIVECHOICE_LOOKUP Mode Fast,f,DEPTH%Deep,d Which mode", "Fast,f,DEPTH%Deep,d", "Which mode")]
    [InlineData("GUI FLOAT Size", "", "")]
    [InlineData("GUI CHOICE Size", "", "")]
    [InlineData("GUI CHOICE Size \"open", "\"open", "")]
    public void The_argument_ends_where_the_prompt_starts(string text, string argument, string prompt)
    {
        GuiLine? line = GuiLine.Parse(text);

        Assert.Equal((argument, prompt), (line?.Argument, line?.Prompt));
    }

    [Theory]
    [InlineData("GUI TEXT A Prompt", false, false)]
    [InlineData("GUI IGNORE OPTIONAL TEXT A Prompt", true, true)]
    [InlineData("GUI OPTIONAL IGNORE TEXT A Prompt", true, true)]
    [InlineData("GUI LITERAL OPTIONAL TEXT A Prompt", false, true)]
    [InlineData("GUI IGNORE LITERAL NO_EDIT TEXT A Prompt", true, false)]
    [InlineData("  GUI  TEXT\tA  Prompt ", false, false)]
    public void Modifiers_come_in_any_order(string text, bool isPrivate, bool isOptional) =>
        Assert.Equal(new GuiLine("TEXT", "A", "", "Prompt", isPrivate, isOptional), GuiLine.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("GUI")]
    [InlineData("GUI TEXT")]
    [InlineData("GUI OPTIONAL TEXT")]
    [InlineData("GUIDE TEXT A Prompt")]
    [InlineData("TEXT A Prompt")]
    public void What_has_no_type_and_name_is_no_GUI_line(string text) => Assert.Null(GuiLine.Parse(text));

    [Theory]
    [InlineData("GUI CHOICE A a%b Prompt", "a=a;b=b")]
    [InlineData("GUI CHOICE A \"a b\"%\"c \\\"d\\\"\" Prompt", "a b=a b;c \"d\"=c \"d\"")]
    [InlineData("GUI CHOICE A \"a \\\"", "a \"=a \"")]
    [InlineData("GUI CHOICE A a<space>b Prompt", "a<space>b=a<space>b")]
    [InlineData("GUI LISTBOX_ENCODED A a<space>b%c Prompt", "a b=a b;c=c")]
    [InlineData("GUI ACTIVECHOICE A fast,DEPTH,++SPEED+9%deep,+SPEED+1%none Prompt", "fast=fast;deep=deep;none=none")]
    [InlineData("GUI ACTIVECHOICE A \"\\\"very fast\\\",DEPTH\"%deep Prompt", "very fast=very fast;deep=deep")]
    [InlineData("GUI ACTIVECHOICE A fast,%%deep Prompt", "fast=fast;=;deep=deep")]
    [InlineData("GUI LOOKUP_CHOICE A ,0%B,b Prompt", "0=;b=B")]
    [InlineData("GUI LOOKUP_CHOICE A None,0%Not<space>much,25 Prompt", "0=None;25=Not much")]
    [InlineData("GUI LOOKUP_CHOICE A A<comma>B,a Prompt", "a=A,B")]
    [InlineData("GUI LOOKUP_CHOICE A \"\\\"Ground, Overlay\\\",GroundOverlay\"%b Prompt", "GroundOverlay=Ground, Overlay;b=b")]
    [InlineData("GUI LOOKUP_LISTBOX A X,a%X,b Prompt", "a=X;b=X")]
    [InlineData("GUI CHOICE A \"\" Prompt", "")]
    [InlineData("GUI TEXT A a%b Prompt", "")]
    public void Options_are_values_with_captions(string text, string options) =>
        Assert.Equal(options, string.Join(
            ';',
            GuiArgument.ReadOptions(GuiLine.Parse(text)!.Type, GuiLine.Parse(text)!.Argument).Select((Choice option) => $"{option.Value}={option.Caption}")));

    [Theory]
    [InlineData("RANGE:[0,5]%PRECISION:0", "0", "5", false, false, "0")]
    [InlineData("\"RANGE:(0,51)%PRECISION:0\"", "0", "51", true, true, "0")]
    [InlineData("RANGE:[0,]%PRECISION:2", "0", "", false, false, "2")]
    [InlineData("RANGE:[-2.00375e+07,2.00375e+07)", "-2.00375e+07", "2.00375e+07", false, true, "")]
    [InlineData("0%MAX%MAX%OFF", "0", "", false, false, "")]
    [InlineData("1%10%0%OFF", "1", "10", false, false, "0")]
    [InlineData("", "", "", false, false, "")]
    public void A_slider_has_limits(string argument, string minimum, string maximum, bool minimumIsExclusive, bool maximumIsExclusive, string places) =>
        Assert.Equal(new GuiRange(minimum, maximum, minimumIsExclusive, maximumIsExclusive, places), GuiRange.Read(argument));
}
