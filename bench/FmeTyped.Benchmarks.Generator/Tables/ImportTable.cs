using System.Globalization;
using FmeTyped.Benchmarks.Generator.Measuring;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.TestKit;
using static FmeTyped.Benchmarks.Generator.Measuring.MarkdownTable;

namespace FmeTyped.Benchmarks.Generator.Tables;

/// <summary>How fast workspace files become what C# is made of, beside only reading their bytes.</summary>
internal static class ImportTable
{
    public static void Print()
    {
        string corpus = Repository.PathOf("..", "shared", "corpus", "fmw");
        if (!Directory.Exists(corpus))
        {
            Console.WriteLine("No table: the corpus of workspace files is not beside the repository (../shared/corpus/fmw).");
            return;
        }

        string[] files = Directory.GetFiles(corpus, "*.fmw");
        double bytes = files.Sum(file => new FileInfo(file).Length);
        Contest contest = Contest.Hold(
            TimeSpan.FromSeconds(6),
            new Contestant("the bytes of the files", () => Sample.From(() => { }, () => Array.ForEach(files, file => File.ReadAllBytes(file)))),
            new Contestant(
                "FmeTyped: from the files to workspaces",
                () => Sample.From(() => { }, () => Array.ForEach(files, file => FmwReader.Read(File.ReadAllBytes(file), "Corpus", Path.GetFileName(file))))));
        Head(
            string.Create(CultureInfo.InvariantCulture, $"{files.Length} files, {bytes / 1_000_000:0.0} MB"),
            "time",
            "files a second",
            "MB a second",
            "allocated",
            "rounds");
        for (int contestant = 0; contestant < contest.Contestants; contestant++)
        {
            Spread time = contest.From(contestant, sample => sample.Milliseconds);
            Row(
                contest.NameOf(contestant),
                Time(time),
                Number(files.Length / time.Median * 1000),
                Number(bytes / time.Median / 1000),
                Bytes(contest.From(contestant, sample => sample.Bytes)),
                contest.Rounds.ToString(CultureInfo.InvariantCulture));
        }
    }
}
