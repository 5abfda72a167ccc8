using System.Collections.Generic;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>
/// A parameter in one line, as FME wrote it until 2021 and still writes it beside the FORM:
/// <c>GUI {IGNORE | OPTIONAL | LITERAL | NO_EDIT} TYPE NAME [ARGUMENT] PROMPT</c>.
/// </summary>
/// <param name="Type">The GUI type, suffixes included.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Argument">What the type needs to know, such as its options; empty for a type without argument.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="IsPrivate">Whether it is not published.</param>
/// <param name="IsOptional">Whether it may be blank.</param>
internal sealed record GuiLine(string Type, string Name, string Argument, string Prompt, bool IsPrivate, bool IsOptional)
{
    /// <summary>Null where the text is no GUI line with a type and a name.</summary>
    public static GuiLine? Parse(string text)
    {
        var scanner = new GuiLineScanner(text);
        if (scanner.Word() != "GUI")
        {
            return null;
        }

        var modifiers = new HashSet<string>();
        string type = scanner.Word();
        while (type is "IGNORE" or "OPTIONAL" or "LITERAL" or "NO_EDIT")
        {
            modifiers.Add(type);
            type = scanner.Word();
        }

        string name = scanner.Word();
        if (name.Length == 0)
        {
            return null;
        }

        string argument = GuiArgument.FormOf(type) switch
        {
            GuiArgumentForm.None => "",
            GuiArgumentForm.FileFilter => scanner.FileFilter(),
            GuiArgumentForm.Color => scanner.ArgumentWith("COLOR_"),
            _ => scanner.Argument(),
        };
        return new GuiLine(type, name, argument, scanner.Rest(), modifiers.Contains("IGNORE"), modifiers.Contains("OPTIONAL"));
    }
}
