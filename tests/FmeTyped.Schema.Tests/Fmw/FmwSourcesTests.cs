using System.Text;
using System.Text.RegularExpressions;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Naming;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Reading.Fmw;

namespace FmeTyped.Schema.Tests.Fmw;

/// <summary>
/// The source does not matter: since 2021 a workspace file carries its parameters twice, in the old form (GUI lines, which REST v3
/// speaks) and in the new one (FME JSON GUI, which REST v4 speaks). Read alone, both give the same C#.
/// </summary>
public partial class FmwSourcesTests(ITestOutputHelper output)
{
    [CorpusFact]
    public void The_old_and_the_new_form_of_a_workspace_give_the_same_surface()
    {
        int workspaces = 0;
        int parameters = 0;
        var surface = new List<string>();
        var prompts = new List<string>();
        var defaults = new List<string>();
        foreach (string fileName in FmwCorpus.FileNames())
        {
            string text = Encoding.Latin1.GetString(FmwCorpus.Bytes(fileName));
            if (FormAttribute().Match(text) is not { Success: true } form)
            {
                continue;
            }

            workspaces++;
            EquatableArray<Parameter> newForm = ReadForm(form.Groups["form"].Value);
            EquatableArray<Parameter> oldForm =
                FmwReader.Read(Encoding.Latin1.GetBytes(FormAttribute().Replace(text, "")), "Samples", fileName).Workspace!.Parameters;
            Assert.Equal(oldForm.Select(parameter => parameter.Name), newForm.Select(parameter => parameter.Name));
            foreach ((Parameter old, Parameter @new) in oldForm.Zip(newForm))
            {
                parameters++;
                surface.AddRange(Differences(old, @new).Select(difference => $"{fileName} {old.Name} {old.Type}: {difference}"));
                if (old.Prompt != @new.Prompt)
                {
                    prompts.Add($"'{old.Prompt}' '{@new.Prompt}'");
                }

                if (!Equals(old.Default, @new.Default) && (old.HasDefault || @new.HasDefault))
                {
                    defaults.Add($"{fileName} {old.Name}");
                }
            }
        }

        output.WriteLine(
            $"{workspaces} workspaces with both forms, {parameters} parameters: {surface.Count} differ in C#, {prompts.Count} in the prompt, "
                + $"{defaults.Count} in the default");
        Assert.Equal(49, workspaces);
        Assert.Equal([], surface);
        Assert.Equal(PromptsOfTheNewFormWithoutColon, prompts);
        Assert.Equal(DefaultsChangedOutsideWorkbench, defaults);
    }

    // FME 2025.1 drops the colon in the FORM and keeps it in the GUI line.
    private static readonly string[] PromptsOfTheNewFormWithoutColon =
    [
        "'Select the Label Attribute:' 'Select the Label Attribute'",
        "'Enter your name:' 'Enter your name'",
        "'Select the Label Attribute:' 'Select the Label Attribute'",
        "'Enter your name:' 'Enter your name'",
    ];

    // The text of these files was changed outside Workbench, which the base64 of the FORM does not show. The old form is what runs,
    // and the reader takes the default from there.
    private static readonly string[] DefaultsChangedOutsideWorkbench =
    [
        "2021.1-safesoftware-exercise-precipitation-calculations-with-adjacent-feature-at.fmw SourceDataset_XLSXR",
        "2021.1-safesoftware-exercise-precipitation-calculations-with-adjacent-feature-at.fmw DestDataset_XLSXW",
        "2021.1-safesoftware-exercise-use-fanouts.fmw DestDataset_GENERIC",
        "2021.1-safesoftware-readingdomainsandsubtypes.fmw SourceDataset_GEODATABASE_FILE",
        "2021.1-safesoftware-writinggeodatabaseattachments-begin.fmw SourceDataset_GML",
        "2021.1-safesoftware-writinggeodatabaseattachments-begin.fmw SourceDataset_PATH",
        "2021.1-safesoftware-writinggeodatabaseattachments-begin.fmw DestDataset_GEODATABASE_FILE_5",
        "2022.0-safesoftware-contactschool.fmw SourceDataset_GML",
        "2022.0-safesoftware-writingwiththejsontemplater.fmw SourceDataset_JSON",
        "2022.0-safesoftware-writingwiththejsontemplater.fmw DestDataset_TEXTLINE",
        "2022.1-safesoftware-createdowntownparkssqlserver.fmw SourceDataset_MITAB_3",
        "2022.1-safesoftware-workbenchobjectsexample.fmw SourceDataset_FILEGDB",
        "2022.1-safesoftware-workbenchobjectsexample.fmw DestDataset_XLSXW",
    ];

    private static IEnumerable<string> Differences(Parameter old, Parameter @new)
    {
        (string What, object? Old, object? New)[] surface =
        [
            ("kind", old.Kind, @new.Kind),
            ("list", old.IsList, @new.IsList),
            ("optional", old.IsOptional, @new.IsOptional),
            ("required member", old.IsRequiredMember, @new.IsRequiredMember),
            ("can be blanked", old.CanBeBlanked, @new.CanBeBlanked),
            ("destination", old.IsDestination, @new.IsDestination),
            ("option values", Join(old.Choices.Select(choice => choice.Value)), Join(@new.Choices.Select(choice => choice.Value))),
            ("option names", Join(old.Choices.Select(NameOf)), Join(@new.Choices.Select(NameOf))),
            ("limits", old.Limits, @new.Limits),
        ];
        return surface.Where(part => !Equals(part.Old, part.New)).Select(part => $"{part.What} {part.Old} against {part.New}");
    }

    private static string NameOf(Choice choice) => CSharpIdentifier.FromOption(choice.Value, choice.Caption);

    private static string Join(IEnumerable<string> texts) => string.Join('%', texts);

    private static EquatableArray<Parameter> ReadForm(string base64)
    {
        var context = new ReadingContext();
        JsonReadResult json = JsonReader.Read(Encoding.UTF8.GetString(Convert.FromBase64String(base64)));
        Assert.Empty(json.Errors);
        return ParameterRecords.Read(json.Root!, context);
    }

    [GeneratedRegex(@"(?<=^#! <USER_PARAMETERS\r?\n)#! +FORM=""(?<form>[^""]*)""", RegexOptions.Multiline)]
    private static partial Regex FormAttribute();
}
