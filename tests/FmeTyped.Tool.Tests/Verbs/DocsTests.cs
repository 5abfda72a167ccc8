using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Verbs;

public sealed class DocsTests : IDisposable
{
    private const string Schema = """
        { "format": 1, "workspaces": [
          { "repository": "City & <Land>", "workspace": "map|x.fmw", "title": "1. *Map* of `all`\n# that", "description": "- <b>bold</b>", "services": ["fmejobsubmitter"],
            "parameters": [
              { "name": "MODE", "type": "STRING_OR_CHOICE", "model": "string", "description": "Mode | kind:", "optional": true, "defaultValue": "a`b",
                "listOptions": [{ "caption": "A | B", "value": "a`b" }, { "caption": "plain", "value": "plain" }] },
              { "name": "LIT", "type": "CHOICE", "model": "string", "description": "Lit:", "optional": false, "defaultValue": "No",
                "listOptions": [{ "caption": "Yes", "value": "Yes" }, { "caption": "No", "value": "No" }] },
              { "name": "SPEED", "type": "number", "multipleOf": 0.01, "prompt": "Speed", "required": true, "minimum": 0, "minimumExclusive": true, "maximum": 90.5,
                "visibility": { "if": [{ "$equals": { "parameter": "LIT", "value": "Yes" }, "then": "visibleEnabled" }, { "then": "hiddenDisabled" }] } },
              { "name": "PIN", "type": "PASSWORD", "model": "string", "description": "Pin:", "optional": true, "defaultWithheld": true }
            ] },
          { "repository": "Empty", "workspace": "none.fmw", "parameters": [] } ] }
        """;

    private readonly ToolFolder _folder = new ToolFolder().With("workspaces.json", Schema);

    [Fact]
    public async Task A_page_a_repository_tells_all_there_is_and_takes_no_text_for_markup()
    {
        ToolResult result = (await _folder.RunAsync("docs", "--output", "pages")).MustEndWith(0);

        Assert.Equal("pages contains 2 pages." + Environment.NewLine, result.Output);
        string[] pages = [.. Directory.GetFiles(_folder.PathOf("pages")).Select(page => Path.GetFileName(page)).Order(StringComparer.Ordinal)];
        Assert.Equal("Empty.md", pages[1]);
        Assert.Matches("^City----Land--[0-9a-f]{8}\\.md$", pages[0]);
        Assert.Equal(
            "# Empty\n\n## None\n\nWorkspace `Empty/none.fmw`, C# type `None`.\n\nIt has no published parameters.\n", _folder.Read("pages", "Empty.md"));
        Assert.Equal(
            """
            # City &amp; &lt;Land&gt;

            ## MapX

            Workspace <code>City&#32;&#38;&#32;&#60;Land&#62;&#47;map&#124;x&#46;fmw</code>, C# type `MapX`.

            1\. \*Map\* of \`all\` \# that

            \- &lt;b&gt;bold&lt;/b&gt;

            Services: `fmejobsubmitter`.

            | C# | on the wire | prompt | kind | C# type | default | limits | necessity | shown |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            | `Mode` | `MODE` | Mode \| kind: | OpenChoice (STRING\_OR\_CHOICE) | `ModeOption?` | <code>a&#96;b</code> |  | may be blank | always |
            | `Lit` | `LIT` | Lit: | Boolean (CHOICE) | `bool?` | `No` |  | not blank | always |
            | `Speed` | `SPEED` | Speed | Float (number) | `double?` |  | above 0, to 90.5, 2 decimal places | required while shown | while LIT is 'Yes' |
            | `Pin` | `PIN` | Pin: | Secret (PASSWORD) | `FmeSecret?` | withheld |  | may be blank | always |

            ### MODE

            Suggestions; any other text is allowed.

            | C# | is sent | caption |
            | --- | --- | --- |
            | `ModeOption.AB` | <code>a&#96;b</code> | A \| B |
            | `ModeOption.Plain` | `plain` | plain |

            ### LIT

            | C# | is sent | caption |
            | --- | --- | --- |
            | `true` | `Yes` | Yes |
            | `false` | `No` | No |

            """.ReplaceLineEndings("\n"),
            _folder.Read("pages", pages[0]));
    }

    [Fact]
    public async Task Without_a_folder_it_says_how_it_is_called()
    {
        ToolResult result = (await _folder.RunAsync("docs")).MustEndWith(4);

        Assert.Equal("Option '--output' is required. See fmetyped docs --help." + Environment.NewLine, result.Errors);
    }

    public void Dispose() => _folder.Dispose();
}
