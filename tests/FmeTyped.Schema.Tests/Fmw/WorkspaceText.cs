using System.Security;
using FmeTyped.Schema.Reading.Fmw;

namespace FmeTyped.Schema.Tests.Fmw;

/// <summary>Writes small workspace files.</summary>
internal sealed class WorkspaceText
{
    private readonly List<string> _parameters = [];
    private string _form = "";

    public string Encoding { get; init; } = "UTF-8";

    public string LineEnd { get; init; } = "\n";

    public string Root { get; init; } = "WORKSPACE";

    public string Title { get; init; } = "";

    /// <summary>What stands in the header behind the parameters.</summary>
    public string Blocks { get; init; } = "";

    public WorkspaceText With(string guiLine, string defaultValue = "")
    {
        _parameters.Add($"""
            #! <GLOBAL_PARAMETER
            #!   GUI_LINE="{SecurityElement.Escape(guiLine)}"
            #!   DEFAULT_VALUE="{SecurityElement.Escape(defaultValue)}"
            #!   IS_STAND_ALONE="true"
            #! />
            """);
        return this;
    }

    public WorkspaceText WithForm(string json) => WithFormText(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(json)));

    public WorkspaceText WithFormText(string form)
    {
        _form = $"""
            #! <USER_PARAMETERS
            #!   FORM="{form}"
            #! >
            #! </USER_PARAMETERS>
            """;
        return this;
    }

    public override string ToString() => $"""
        #! <?xml version="1.0" encoding="{Encoding}" ?>
        #! <{Root}
        #    Command line to run this workspace:
        #        "fme" a.fmw --Size ">" < & "
        #
        #!   TITLE="{Title}"
        #!   DESCRIPTION="Counts trees"
        #!   LAST_SAVE_BUILD="FME(R) 2024.1.0.0 (20240628 - Build 24612 - WIN64)"
        #! >
        #! <GLOBAL_PARAMETERS>
        {string.Join('\n', _parameters)}
        #! </GLOBAL_PARAMETERS>
        {_form}
        {Blocks}
        #! </{Root}>

        DEFAULT_MACRO Internal a
        GUI TEXT Internal Not the caller's:

        """.ReplaceLineEndings(LineEnd);

    public byte[] ToBytes() => System.Text.Encoding.UTF8.GetBytes(ToString());

    public FmwFile Read() => FmwReader.Read(ToBytes(), "Samples", "trees.fmw");
}
