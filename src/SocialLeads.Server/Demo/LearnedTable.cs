using System.Globalization;
using SocialLeads.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SocialLeads.Server.Demo;

/// <summary>The pack and the learned model side by side: who of the truly interested that nobody has judged yet each puts first.</summary>
internal static class LearnedTable
{
    public static IRenderable Draw(RankingReview pack, RankingReview learned, HeldOutReport? heldOut)
    {
        var table = new Table().RoundedBorder().AddColumn("");
        foreach (var model in (ReadOnlySpan<string>)["pack", "learned"]) table.AddColumn(new TableColumn(model).RightAligned());
        Add("found in the top 5 %", pack.Found, learned.Found, "0");
        Add("precision there, %", pack.Precision * 100, learned.Precision * 100, "0.0");
        Add("of all the interested, %", pack.Recall * 100, learned.Recall * 100, "0.0");
        Add("times as many as picked blindly", pack.Lift, learned.Lift, "0.0");
        if (heldOut is not null)
        {
            Add("AUC on the newest outcomes", (decimal)heldOut.From.Figures.Auc.Value, (decimal)heldOut.Learned.Figures.Auc.Value, "0.000");
            Add("Brier score on them", (decimal)heldOut.From.Figures.Brier.Value, (decimal)heldOut.Learned.Figures.Brier.Value, "0.000");
        }

        return table;

        void Add(string what, decimal left, decimal right, string format) => table.AddRow(
            what, left.ToString(format, CultureInfo.InvariantCulture), right.ToString(format, CultureInfo.InvariantCulture));
    }
}
