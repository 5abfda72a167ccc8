using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FmeTyped.Ide.Tests;

/// <summary>The pictures of the documentation that show an editor: drawn of what its services say.</summary>
public sealed class PictureTests
{
    private const string Usings =
        """
        using App.Fme.Samples;
        using static App.Fme.Samples.AustinDownload;


        """;

    private const int DescriptionWidth = 46;

    [Fact]
    public async Task An_editor_completes_the_parameters_of_a_workspace()
    {
        using var editor = new Editor(
            Usings + """
            var order = new AustinDownload
            {
                Coordsys = CoordsysOption.LL84,
                |
            };
            """);
        var picture = new TextPicture("An editor offers the published parameters of a workspace, with their documentation", 72, 14);
        await DrawCodeAsync(picture, editor);

        IReadOnlyList<string> offered = await editor.Offered();
        const string selected = "Themes";
        const int top = 7;
        int width = offered.Max(name => name.Length) + 2;
        picture.Box(top, 4, offered.Count, width);
        picture.Box(top + offered.ToList().IndexOf(selected), 4, 1, width, "selected");
        for (int i = 0; i < offered.Count; i++)
        {
            picture.Write(top + i, 5, offered[i]);
        }

        string text = (await editor.Description(selected)).ReplaceLineEndings("\n");
        string[] description = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Wrapped)];
        picture.Box(top, 4 + width + 2, description.Length, DescriptionWidth + 2);
        for (int i = 0; i < description.Length; i++)
        {
            picture.Write(top + i, 4 + width + 3, description[i], i == 0 ? "type" : "");
        }

        picture.Verify("completion");
    }

    [Fact]
    public async Task A_wrong_call_does_not_compile()
    {
        using var editor = new Editor(
            Usings + """
            var order = new AustinDownload
            {
                Themes = [ThemesOption.Airport],
                Coordsys = "LL84",
                Maxyy = 42,
            };|
            """);
        IReadOnlyList<Diagnostic> errors = await editor.Errors();
        var picture = new TextPicture("The compiler refuses an unknown option, a text for an option, and an unknown parameter", 104, 10 + errors.Count);
        await DrawCodeAsync(picture, editor);
        for (int i = 0; i < errors.Count; i++)
        {
            LinePosition place = errors[i].Location.GetLineSpan().StartLinePosition;
            picture.Squiggle(place.Line, place.Character, errors[i].Location.SourceSpan.Length);
            string where = $"({place.Line + 1},{place.Character + 1}) ";
            picture.Write(10 + i, 0, where, "dim");
            picture.Write(10 + i, where.Length, errors[i].Id, "error");
            picture.Write(10 + i, where.Length + errors[i].Id.Length + 1, errors[i].GetMessage(CultureInfo.InvariantCulture));
        }

        picture.Verify("compile-error");
    }

    private static async Task DrawCodeAsync(TextPicture picture, Editor editor)
    {
        IReadOnlyList<IReadOnlyList<ClassifiedText>> lines = await editor.Classified();
        for (int i = 0; i < lines.Count; i++)
        {
            foreach (ClassifiedText piece in lines[i])
            {
                picture.Write(i, piece.Column, piece.Text, StyleOf(piece.Kind));
            }
        }
    }

    private static string StyleOf(string kind) => kind switch
    {
        "keyword" => "keyword",
        "string" or "number" or "enum member name" => "value",
        "class name" or "record class name" or "enum name" or "namespace name" => "type",
        _ => "",
    };

    private static IEnumerable<string> Wrapped(string text)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > DescriptionWidth)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }
}
