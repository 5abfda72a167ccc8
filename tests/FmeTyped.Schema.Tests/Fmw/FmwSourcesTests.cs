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
    [Fact]
    public void The_old_and_the_new_form_of_a_workspace_give_the_same_surface()
    {
        int workspaces = 0;
        int parameters = 0;
        var differences = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string fileName in FmwCorpus.FileNames())
        {
            string text = Encoding.Latin1.GetString(FmwCorpus.Bytes(fileName));
            if (FormAttribute().Match(text) is not { Success: true } form)
            {
                continue;
            }

            workspaces++;
            EquatableArray<Parameter> newForm = ReadForm(form.Groups["form"].Value);
            EquatableArray<Parameter> oldForm = FmwReader.Read(Encoding.Latin1.GetBytes(FormAttribute().Replace(text, "")), "Samples", fileName).Workspace!.Parameters;
            Assert.Equal(oldForm.Select(parameter => parameter.Name), newForm.Select(parameter => parameter.Name));
            foreach ((Parameter old, Parameter @new) in oldForm.Zip(newForm))
            {
                parameters++;
                foreach (string difference in Differences(old, @new))
                {
                    string key = $"{old.Type}: {difference}";
                    differences[key] = differences.GetValueOrDefault(key) + 1;
                    output.WriteLine($"{fileName} {old.Name} {key}");
                }
            }
        }

        output.WriteLine($"{workspaces} workspaces with both forms, {parameters} parameters");
        Assert.Equal(49, workspaces);
        Assert.Equal([], differences);
    }

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
            ("prompt", old.Prompt, @new.Prompt),
            ("default", Join(old.Default?.Items ?? default), Join(@new.Default?.Items ?? default)),
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
